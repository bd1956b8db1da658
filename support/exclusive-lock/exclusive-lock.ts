import { accessSync, constants, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

/** SQLite's result codes for what can go wrong with a lock file (sqlite.org/rescode.html). */
const busy = 5;
const notADatabase = 26;

/**
 * A lock between processes: an exclusive SQLite transaction on an otherwise empty file. The operating system releases
 * it when the process ends, however it ends, so that no lock is ever stale. The file stays when the lock is released:
 * removing it would let one process lock the removed file and another one its successor.
 *
 * Never open the lock file by other means in the process that holds it: POSIX drops a process's locks on a file as soon
 * as any of its descriptors of that file is closed.
 */
export class ExclusiveLock {
  readonly #path: string;
  readonly #transaction: DatabaseSync;

  private constructor(path: string, transaction: DatabaseSync) {
    this.#path = path;
    this.#transaction = transaction;
  }

  /** `null` if it is already held. Throws an Error if one of its files cannot be created, or the lock not be taken. */
  static take(path: string): ExclusiveLock | null {
    const transaction = beginExclusive(path);
    if (transaction === null) return null;
    try {
      writeFileSync(holderFile(path), `process ${process.pid} of ${hostname()}`);
    } catch (error) {
      transaction.close();
      throw error;
    }
    const lock = new ExclusiveLock(path, transaction);
    held.add(lock);
    return lock;
  }

  /** Who holds the lock, for a message: `process 123 of build-7`. `null` if unknown. */
  static holderOf(path: string): string | null {
    try {
      return /^process \d+ of [\w.-]{1,255}$/u.exec(readFileSync(holderFile(path), 'utf8'))?.[0] ?? null;
    } catch {
      return null;
    }
  }

  release(): void {
    if (!held.delete(this)) return;
    try {
      rmSync(holderFile(this.#path), { force: true });
    } finally {
      this.#transaction.close();
    }
  }
}

/** Garbage collection closes an unreferenced database, which releases its lock. */
const held = new Set<ExclusiveLock>();

function holderFile(path: string): string {
  return `${path}.holder`;
}

/** `null` if another connection has an open transaction. */
function beginExclusive(path: string): DatabaseSync | null {
  try {
    return tryToBegin(path);
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
    if (code === busy) return null;
    if (code !== notADatabase) throw accessError(path) ?? error;
    // A lock file of an earlier version of this suite. Locks do not depend on content, so emptying it disturbs nothing.
    truncateSync(path);
    return beginExclusive(path);
  }
}

function tryToBegin(path: string): DatabaseSync {
  const { DatabaseSync: Database } = loadSqlite();
  // Two that start at once may each see the other's attempt: SQLite retries for this long.
  const database = new Database(path, { timeout: 100 });
  try {
    // Nothing is ever committed: the journal of the transaction needs no file.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The file system's error for a file that SQLite cannot use; SQLite itself only says "unable to open". */
function accessError(path: string): unknown {
  try {
    accessSync(dirname(path), constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
    return null;
  } catch (error) {
    return error;
  }
}

/** Loaded on first use, and without the ExperimentalWarning that Node 24 printed until 24.15. */
function loadSqlite(): typeof import('node:sqlite') {
  // oxlint-disable-next-line typescript/unbound-method -- it is only put back
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
