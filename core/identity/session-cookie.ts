/** `__Host-`: a browser accepts it only when secure, for the whole host and for that host alone. */
export const SESSION_COOKIE = '__Host-aura';

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Sets the session's cookie. Without `lastsS` the browser forgets it when it closes. */
export function setSessionCookie(headers: Headers, secret: string, lastsS?: number): void {
  const age = lastsS === undefined ? '' : `; Max-Age=${lastsS}`;
  headers.append('set-cookie', `${SESSION_COOKIE}=${secret}; ${ATTRIBUTES}${age}`);
}

export function clearSessionCookie(headers: Headers): void {
  headers.append('set-cookie', `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`);
}
