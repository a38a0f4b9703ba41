/** Where to go after signing in: a path of this host, never another site that a link has smuggled in. */
export function sameOriginPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || /^\/[/\\]/.test(wanted) || /[\u0000-\u001f\\]/.test(wanted)) return '/';
  return /^\/(login|logout|auth|forgot-password|reset-password|accept-invite)(\/|\?|$)/.test(wanted) ? '/' : wanted;
}
