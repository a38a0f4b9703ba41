import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Source = { file: string; text: string };

// The last is written by a build: a fresh clone has none.
const SKIPPED = new Set([
  ...['node_modules', '.next', '.git', '.data', '.turbo', 'coverage', 'test-results', 'generated'],
  'next-env.d.ts',
]);

/** Every hand-written file whose name ends with one of `endings`, below `root`, in a stable order. */
export function listSources(root: string, endings: string[]): Source[] {
  const files: Source[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = path.posix.join(folder, entry.name);
      if (SKIPPED.has(entry.name)) continue;
      if (entry.isDirectory()) visit(file);
      else if (entry.isFile() && endings.some((ending) => file.endsWith(ending))) {
        files.push({ file, text: readFileSync(path.join(root, file), 'utf8') });
      }
    }
  };
  visit('');
  return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Tests, and what only they use. */
export const isTest = (file: string): boolean => /\.(test|fixture)\.tsx?$|\/fixture\.ts$/.test(file);

export type Import = { specifier: string; line: number; statement: string };

const IMPORTS = [
  /^[ \t]*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"\n]+)['"]/gm,
  /^[ \t]*import\s*['"]([^'"\n]+)['"]/gm,
  /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g,
];

/** What a TypeScript file imports or re-exports, types included. */
export function listImports(text: string): Import[] {
  return IMPORTS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      specifier: match[1] ?? '',
      line: text.slice(0, match.index).split('\n').length,
      statement: match[0],
    })),
  );
}
