export type Theme = 'system' | 'light' | 'dark';

export const themeCookie = 'aura-theme';

/** The class the server puts on `<html>` for a cookie's value: none for the system's choice. */
export function themeClass(cookie: string | undefined): '' | 'light' | 'dark' {
  return cookie === 'light' || cookie === 'dark' ? cookie : '';
}

const YEAR_S = 31_536_000;

/** Puts the theme on the page and remembers it in the cookie that the server reads next time. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  root.classList.remove('light', 'dark');
  if (theme !== 'system') root.classList.add(theme);
  const age = theme === 'system' ? 0 : YEAR_S;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the CookieStore API is missing in Firefox and Safari.
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${age}; samesite=lax${secure}`;
}
