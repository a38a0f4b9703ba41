import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const WEB = path.resolve(import.meta.dirname, '..');
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 10_000;

/** What to run; tests put a stand-in here. */
export type Serve = { program: string; args: string[]; env: NodeJS.ProcessEnv; cwd?: string };

export type Served = {
  /** Fulfilled when the process ends, wanted or not, with how it ended. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

export function serve({ program, args, env, cwd = WEB }: Serve): Served {
  const preload = ['--import', path.join(import.meta.dirname, 'end-with-parent.ts')];
  const stdio: StdioOptions = ['ignore', 'inherit', 'inherit', 'ipc'];
  const child = spawn(process.execPath, [...preload, program, ...args], { cwd, env, stdio });
  const ended = once(child, 'exit').then(([code, signal]) => `exit code ${code ?? signal}`);
  return { ended, stop: () => stopChild(child) };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const isSlow = await Promise.race([exit.then(() => false), sleep(STOP_WITHIN_MS, true, { ref: false })]);
  if (isSlow) child.kill('SIGKILL');
  await exit;
}

/** Waits until the application says it is ready. Throws when `served` ends before, or after two minutes. */
export async function waitUntilReady(served: Served, address: { port: number; host: string }): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  const ended = served.ended.then((how) => ({ how }));
  while (performance.now() < deadline) {
    const status = await Promise.race([readyStatus(address), ended]);
    if (typeof status === 'object') throw new Error(`The web server ended while starting: ${status.how}.`);
    if (status === 200) return;
    await sleep(150);
  }
  throw new Error('The web server is not ready after two minutes; GET /api/health/ready says why.');
}

/** Through 127.0.0.1 with a Host header: resolvers need not know names below "localhost". 0 when nobody answers. */
function readyStatus({ port, host }: { port: number; host: string }): Promise<number> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/api/health/ready', headers: { host }, timeout: 5_000 });
    asked.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(0));
    asked.end();
  });
}

export function isPortTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket
      .once('error', () => resolve(false))
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      });
  });
}
