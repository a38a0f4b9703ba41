import type { CacheLogger } from './cache.log.ts';

export type LogLine = { level: 'info' | 'warn'; fields: Record<string, unknown>; message: string };

export function recordingLogger(): { logger: CacheLogger; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const write = (level: LogLine['level']): CacheLogger['warn'] => (fields, message) => void lines.push({ level, fields, message });
  return { lines, logger: { info: write('info'), warn: write('warn') } };
}
