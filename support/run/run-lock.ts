import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '../harness/target/configuration-error.ts';

/** Milliseconds between two signs of life. */
const signOfLifeEvery = 5_000;
/** Milliseconds without one, after which whoever holds the lock is taken for dead: another process may have its id by now. */
const takenForDeadAfter = 60_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/**
 * Says that a run is at work in a reports directory. Two at one time would mix up their results, and a sweep beside a
 * run would take the buckets from under it. A run that was killed leaves its lock, and nobody minds.
 */
export class RunLock {
  readonly #path: string;
  readonly #signs: NodeJS.Timeout;

  private constructor(path: string) {
    this.#path = path;
    this.#signs = setInterval(() => signOfLife(path), signOfLifeEvery).unref();
  }

  /** Throws ConfigurationError where somebody else is at work there. */
  static take(directory: string): RunLock {
    const path = join(directory, 'run.lock');
    const holder: Holder = { pid: process.pid, host: hostname() };
    while (!created(path, JSON.stringify(holder))) {
      if (isAtWork(path))
        throw new ConfigurationError(
          `${directory}: a run is at work there${inWords(holderOf(path))}; wait for its end, or give another --reports`,
        );
      rmSync(path, { force: true });
    }
    return new RunLock(path);
  }

  release(): void {
    clearInterval(this.#signs);
    rmSync(this.#path, { force: true });
  }
}

/** Whether there was no such file. */
function created(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAtWork(path: string): boolean {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined || Date.now() - status.mtimeMs > takenForDeadAfter) return false;
  const holder = holderOf(path);
  // Of a process elsewhere, only its signs of life are seen.
  return holder === null || holder.host !== hostname() || isProcess(holder.pid);
}

/** `null` for a lock that is just being written, or that nobody can read. */
function holderOf(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('host' in value)) return null;
    const { pid, host } = value;
    return Number.isSafeInteger(pid) && typeof host === 'string' ? { pid: Number(pid), host } : null;
  } catch {
    return null;
  }
}

function isProcess(pid: number): boolean {
  try {
    // No signal at all: only whether one could be sent.
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function inWords(holder: Holder | null): string {
  return holder === null ? '' : ` (process ${holder.pid} of ${holder.host})`;
}

function signOfLife(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Somebody took the lock away by hand: nothing to keep up any more.
  }
}
