export type Theme = 'system' | 'light' | 'dark';

export const themeCookie = 'aura-theme';

/** The class the server puts on `<html>` for a cookie's value: none for the system's choice. */
export function themeClass(cookie: string | undefined): '' | 'light' | 'dark' {
  return cookie === 'light' || cookie === 'dark' ? cookie : '';
}
