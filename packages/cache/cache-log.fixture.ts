import type { CacheLogger } from './cache.log.ts';

export type LogLine = { level: 'info' | 'warn'; event: string; fields?: Record<string, unknown> };

export function recordingLogger(): { logger: CacheLogger; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const write =
    (level: LogLine['level']): CacheLogger['warn'] =>
    (event, fields) =>
      void lines.push({ level, event, ...(fields ? { fields } : {}) });
  return { lines, logger: { info: write('info'), warn: write('warn') } };
}
