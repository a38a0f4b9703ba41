const channelName = 'aura-session';

/** Tells the other tabs of this host that the session is over. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('signed-out');
  channel.close();
}

/** Calls back when another tab has signed out; answers with what stops listening. */
export function whenAnotherTabLeaves(leave: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', leave);
  return () => channel.close();
}
