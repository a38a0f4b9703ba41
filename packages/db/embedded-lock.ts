import * as fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Runs `work` while this process alone holds `file`. A holder that died loses it. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!tryLock(file)) await sleep(50);
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  // Written first and linked after, so that nobody ever reads a lock without its owner's pid.
  const mine = `${file}.${process.pid}.${Math.random()}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    fs.linkSync(mine, file);
    return true;
  } catch {
    if (!isHeld(file)) fs.rmSync(file, { force: true });
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

function isHeld(file: string): boolean {
  try {
    return isAlive(Number(fs.readFileSync(file, 'utf8')));
  } catch {
    return false;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
