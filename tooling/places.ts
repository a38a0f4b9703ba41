import type { Finding } from './finding.ts';
import { listImports, type Source } from './sources.ts';

type Place = {
  /** The offending import or text. */
  imports?: RegExp;
  text?: RegExp;
  /** Files where it belongs. */
  allowed: RegExp;
  message: string;
};

/** What may be used in one kind of file only. The lists of allowed files only ever get shorter. */
const PLACES: Place[] = [
  {
    imports: /from\s*['"]pg(-native|-pool|-protocol)?['"]/,
    allowed: /^packages\/(db|testkit)\/|\.test\.ts$/,
    message: 'Only packages/db opens PostgreSQL. Use ctx.db, or a function of @aura/db.',
  },
  {
    imports: /from\s*['"]ioredis['"]/,
    allowed: /^packages\/cache\//,
    message: 'Only packages/cache opens Redis. Use @aura/cache, which also works without Redis.',
  },
  {
    imports: /from\s*['"]pg-boss['"]/,
    allowed: /^packages\/jobs\//,
    message: 'Only packages/jobs knows the queue. Declare a job in the manifest, or emit an event.',
  },
  {
    imports: /import\s*\{[^}]*\bsql\b[^}]*\}\s*from\s*['"](kysely|@aura\/db)['"]/,
    allowed: /\.(queries|service|test)\.tsx?$|^packages\/(db|testkit)\/|^(tooling|bench|e2e)\//,
    message: 'Raw SQL belongs in a *.queries.ts or *.service.ts file. Move the query there and call it.',
  },
  {
    text: /\bprocess\.env\b/,
    allowed: /(^|\/)env\.ts$|^tooling\/|^apps\/web\/start(\.ts$|\/)|^[^/]+\.config\.ts$/,
    message: 'Only env.ts reads the environment. Read it there, with its default, and import the value.',
  },
];

export function checkPlaces({ file, text }: Source): Finding[] {
  return PLACES.filter((place) => !place.allowed.test(file)).flatMap((place) => {
    const lines = [...importLines(place, text), ...textLines(place, text)];
    return lines.map((line) => ({ file, line, message: place.message }));
  });
}

function importLines({ imports }: Place, text: string): number[] {
  if (!imports) return [];
  return listImports(text)
    .filter(({ statement }) => imports.test(statement))
    .map(({ line }) => line);
}

function textLines({ text: pattern }: Place, text: string): number[] {
  if (!pattern) return [];
  const isComment = (line: string): boolean => /^\s*(\/\/|\*|\/\*)/.test(line);
  return text.split('\n').flatMap((line, index) => (pattern.test(line) && !isComment(line) ? [index + 1] : []));
}
