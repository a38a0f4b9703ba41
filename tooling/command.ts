import { spawn } from 'node:child_process';
import path from 'node:path';
import { repository } from './root.ts';

/** Runs a program of node_modules/.bin in the repository with its output on ours; true when it ends well. */
export function runTool(name: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  const bin = path.join(repository, 'node_modules/.bin');
  // The programs begin with "env node": that must be ours, not an older one of the system.
  const PATH = [bin, process.env['PATH']].join(path.delimiter);
  return new Promise((resolve, reject) => {
    const environment = { ...process.env, PATH, ...env };
    const child = spawn(path.join(bin, name), args, { cwd: repository, stdio: 'inherit', env: environment });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}
