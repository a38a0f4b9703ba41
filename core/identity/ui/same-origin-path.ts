// Browsers drop tabs and line breaks from addresses: behind one, a second slash would lead elsewhere.
const UNSAFE = /[\p{Cc}\\]/u;

/** Where to go after signing in: a path of this host, never another site that a link has smuggled in. */
export function sameOriginPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || /^\/[/\\]/.test(wanted) || UNSAFE.test(wanted)) return '/';
  return /^\/(login|logout|auth|forgot-password|reset-password|accept-invite)(\/|\?|$)/.test(wanted) ? '/' : wanted;
}
