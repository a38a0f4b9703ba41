const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** F2.5: a session ends after thirty days without activity; after ninety whatever the activity. */
export const IDLE_DAYS_MAX = 30;
export const LIFE_DAYS_MAX = 90;
/** The longest an access token is accepted. */
export const ACCESS_TOKEN_S = 900;
const TOUCH_EVERY_MS = HOUR_MS;

export type SessionKind = 'browser' | 'token' | 'api_key' | 'job';
export type CredentialKind = 'cookie' | 'access' | 'refresh' | 'api_key' | 'job';

export function newSessionEnds(now: Date): { expiresAt: Date; endsAt: Date } {
  return {
    expiresAt: new Date(now.getTime() + IDLE_DAYS_MAX * DAY_MS),
    endsAt: new Date(now.getTime() + LIFE_DAYS_MAX * DAY_MS),
  };
}

/** When activity now moves the idle end to; never past the absolute end. */
export function movedExpiry(now: Date, endsAt: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_DAYS_MAX * DAY_MS, endsAt.getTime()));
}

/** Activity is written at most once an hour: a write on each request would cost more than it tells. */
export function needsTouch(lastActiveAt: Date, now: Date): boolean {
  return now.getTime() - lastActiveAt.getTime() >= TOUCH_EVERY_MS;
}
