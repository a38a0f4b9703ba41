import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Next answers 500 in plain text to a path that is not valid percent-encoding (`/deals/%ff`), before any code of ours
 * runs. Read as literal signs it reaches the router, and the API says what is wrong in its own words.
 */
export function keepPathsReadable(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.url) request.url = readablePath(request.url);
  });
}

/** The address with every `%` of an undecodable path written as `%25`; the query is left as it is. */
export function readablePath(url: string): string {
  const [path = '', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}
