const YEAR_S = 31_536_000;

/** Writes a preference's cookie for this host; null takes it back. */
export function remember(cookie: string, value: string | null): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the CookieStore API is missing in Firefox and Safari.
  document.cookie = `${cookie}=${value ?? ''}; path=/; max-age=${value === null ? 0 : YEAR_S}; samesite=lax${secure}`;
}
