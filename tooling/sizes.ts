import type { Finding } from './finding.ts';
import { listSources } from './sources.ts';

export const LINES_MAX = 300;
const ENDINGS = [
  '.ts',
  '.tsx',
  '.css',
  '.sql',
  'script/server',
  'script/test',
  'script/check',
  'script/setup',
  '.ci/run',
];

type Size = { file: string; lines: number };

function listSizes(root: string): Size[] {
  return listSources(root, ENDINGS)
    .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
    .sort((a, b) => b.lines - a.lines || (a.file < b.file ? -1 : 1));
}

export function checkSizes(root: string): Finding[] {
  return listSizes(root)
    .filter(({ lines }) => lines > LINES_MAX)
    .map(({ file, lines }) => ({
      file,
      message: `${lines} lines, at most ${LINES_MAX}. Split it by what its parts are about.`,
    }));
}

/** docs/generated/size.txt */
export function describeSizes(root: string): string {
  const sizes = listSizes(root);
  const at = (share: number): number => sizes[Math.floor((sizes.length - 1) * (1 - share))]?.lines ?? 0;
  const largest = sizes.slice(0, 10).map(({ file, lines }) => `${String(lines).padStart(5)}  ${file}`);
  return [
    `files  ${sizes.length}`,
    `median ${at(0.5)} lines`,
    `p90    ${at(0.9)} lines`,
    '',
    'The largest:',
    ...largest,
    '',
  ].join('\n');
}
