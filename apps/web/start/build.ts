import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const WEB = path.resolve(import.meta.dirname, '..');
const REPOSITORY = path.resolve(WEB, '../..');

/** The `next` program, to be run by this very Node. */
export const nextProgram = (): string => createRequire(import.meta.url).resolve('next/dist/bin/next');

/** Builds the web application if its sources changed since the last build. True when it did. */
export async function buildIfChanged(): Promise<boolean> {
  const stamp = path.join(WEB, '.next/aura-sources.sha256');
  const sources = hashSources(REPOSITORY);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false;
  await runBuild();
  writeFileSync(stamp, sources);
  return true;
}

const INPUTS = [
  '{apps,registry,core,modules,packages}/**/*.{ts,tsx,css,json,mjs,svg,png,ico,webmanifest}',
  'package-lock.json',
  'tsconfig.json',
];
// next-env.d.ts is written by the build itself, differently after development.
const NOT_INPUTS =
  /(^|\/)(node_modules|\.next|coverage)(\/|$)|\.test\.tsx?$|^apps\/web\/(start(\.ts$|\/)|next-env\.d\.ts$)/;

/** By content, so that a fresh checkout or a touched file builds nothing anew. */
export function hashSources(root: string): string {
  const exclude = (file: string): boolean => /(^|\/)(node_modules|\.next)$/.test(file);
  const files = globSync(INPUTS, { cwd: root, exclude })
    // A route's folder may be called like a file (openapi.json).
    .filter((file) => !NOT_INPUTS.test(file) && statSync(path.join(root, file)).isFile())
    .sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function runBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
    const child = spawn(process.execPath, [nextProgram(), 'build'], {
      cwd: WEB,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build failed.\n${output}`))));
  });
}
