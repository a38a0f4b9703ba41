export type Mention = { userId: string; name: string };

/** What is being typed after an @, up to the caret: "an" of "ask @an". Null where no name is being typed. */
export function mentionBefore(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|\s)@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(text.slice(0, caret));
  const typed = found?.[1];
  return typed === undefined ? null : { from: caret - typed.length - 1, typed };
}

/** The text with the name in place of what was typed, and where the caret goes. */
export function withMention(
  text: string,
  { from, to, name }: { from: number; to: number; name: string },
): { text: string; caret: number } {
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + text.slice(to).replace(/^ /, ''), caret: before.length };
}

/** People whose names begin, in any word, as typed; case and accents aside. */
export function peopleFor<Person extends { name: string }>(people: readonly Person[], typed: string): Person[] {
  const wanted = fold(typed.trim());
  return people.filter(({ name }) => {
    const folded = fold(name);
    return folded.startsWith(wanted) || folded.split(' ').some((word) => word.startsWith(wanted));
  });
}

/** Those of the chosen whose names the text still has. */
export function mentionsIn(text: string, chosen: readonly Mention[]): string[] {
  return [...new Set(chosen.filter(({ name }) => text.includes(`@${name}`)).map(({ userId }) => userId))];
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
