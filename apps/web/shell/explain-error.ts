export type ErrorExplanation = { isStale: boolean; title: string; text: string; reference: string | null };

/** A page's fault in the reader's words. Knows the API's errors by their shape: its client is too heavy for every page. */
export function explainError(error: Error & { digest?: string }): ErrorExplanation {
  if (error.name === 'ChunkLoadError') {
    return {
      isStale: true,
      title: 'A new version is available',
      text: 'Reload the page to go on with it.',
      reference: null,
    };
  }
  const { httpStatus, requestId } = apiPartOf(error);
  if (httpStatus === 503) {
    return {
      isStale: false,
      title: "Aura can't reach its database right now",
      text: 'This usually takes a few seconds. Nothing was lost.',
      reference: null,
    };
  }
  return {
    isStale: false,
    title: "We couldn't show this page",
    text: 'Nothing was lost. Try again, or go back to where you came from.',
    reference: error.digest ?? requestId,
  };
}

function apiPartOf(error: Error): { httpStatus: unknown; requestId: string | null } {
  const data = 'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : {};
  return {
    httpStatus: 'httpStatus' in data ? data.httpStatus : null,
    requestId: 'requestId' in data && typeof data.requestId === 'string' ? data.requestId : null,
  };
}
