/** `REDIS_URL` (redis:// or rediss://) chooses Redis; without it one process serves itself. */
export function redisUrlFromEnv(): string | null {
  const url = process.env['REDIS_URL']?.trim();
  return url ? url : null;
}

/** In CI a missing redis-server is a failure; elsewhere its tests are reported as not run. */
export function isCi(): boolean {
  return Boolean(process.env['CI']);
}
