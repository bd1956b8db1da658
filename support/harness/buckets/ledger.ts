import {
  closeSync,
  existsSync,
  fdatasync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigurationError } from '../target/configuration-error.ts';
import type { Addressing, Target } from '../target/target.ts';

/**
 * A bucket that a run created. Only the ledger creates an OwnBucket, from its entries, so that code which takes one
 * cannot delete anyone else's bucket.
 */
class OwnBucket {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  get name(): string {
    return this.#name;
  }
}
export type { OwnBucket };

/** The state of a bucket of a run. `refused`: the store did not create it for us, so we never delete it. */
type BucketState = 'creating' | 'created' | 'refused' | 'left' | 'deleted';

interface LedgerLine {
  readonly run: string;
  readonly endpoint: string;
  readonly region: string;
  readonly addressing: Addressing;
  readonly bucket: string;
  /** ISO 8601. */
  readonly at: string;
  readonly state: BucketState;
  /** Why the bucket was not deleted. */
  readonly why?: string;
}

/** A bucket that may still exist: `creating` counts, because the run may have ended before the store answered. */
export interface LedgerEntry extends Omit<LedgerLine, 'bucket' | 'state'> {
  readonly bucket: OwnBucket;
  readonly state: Extract<BucketState, 'creating' | 'created' | 'left'>;
}

/** Where a run creates buckets. */
export type LedgerPlace = Pick<Target, 'endpoint' | 'region' | 'addressing'>;

/** What an entry must outlive: a store elsewhere keeps its buckets after a power cut, one in this process does not. */
export type LedgerLife = 'power cut' | 'process';

/**
 * The file that names every bucket of a run before it is created. Workers and runs append to the same file: each entry
 * is one line in one write, which the system appends as a whole.
 */
export class Ledger {
  /** `null` if no buckets are created in a store. */
  readonly #file: number | null;
  readonly #run: string;
  readonly #place: LedgerPlace;
  readonly #life: LedgerLife;
  readonly #intended = new Set<string>();

  private constructor(file: number | null, run: string, place: LedgerPlace, life: LedgerLife) {
    this.#file = file;
    this.#run = run;
    this.#place = place;
    this.#life = life;
  }

  static open(
    directory: string,
    run: string,
    { endpoint, region, addressing }: LedgerPlace,
    life: LedgerLife = 'power cut',
  ): Ledger {
    mkdirSync(directory, { recursive: true });
    const file = openSync(ledgerPath(directory), 'a+');
    endHalfLine(file);
    if (life === 'power cut') makeEntryDurable(directory);
    return new Ledger(file, run, { endpoint, region, addressing }, life);
  }

  /** For a replay, which creates no buckets. */
  static withoutStore(run: string, { endpoint, region, addressing }: LedgerPlace): Ledger {
    return new Ledger(null, run, { endpoint, region, addressing }, 'process');
  }

  /** Whether the buckets are really created. */
  get hasStore(): boolean {
    return this.#file !== null;
  }

  /** Resolves when the entry is as durable as the bucket will be; only then may it be created. */
  async intend(bucket: string): Promise<void> {
    if (!isBucketName(bucket)) throw new Error(`not a name for a bucket of this run: ${JSON.stringify(bucket)}`);
    this.#append(bucket, 'creating');
    this.#intended.add(bucket);
    await this.#flush();
  }

  /** The store created the bucket. Throws for a bucket without an earlier entry. */
  created(bucket: string): OwnBucket {
    this.#settle(bucket, 'created');
    return new OwnBucket(bucket);
  }

  /** The store did not create the bucket: the name may be someone else's. */
  async refused(bucket: string): Promise<void> {
    this.#settle(bucket, 'refused');
    await this.#flush();
  }

  /** A bucket that the store may have created although no answer arrived; `null` if the ledger knows the outcome. */
  uncertain(bucket: string): OwnBucket | null {
    return this.#intended.delete(bucket) ? new OwnBucket(bucket) : null;
  }

  /** The store did not delete the bucket. */
  left(bucket: OwnBucket, why: string): void {
    this.#append(bucket.name, 'left', why);
  }

  /** The bucket is gone. A power cut may lose this entry; a sweep then finds that the bucket is gone. */
  deleted(bucket: OwnBucket): void {
    this.#append(bucket.name, 'deleted');
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }

  #settle(bucket: string, state: 'created' | 'refused'): void {
    if (!this.#intended.delete(bucket)) throw new Error(`the bucket ${bucket} is not in the ledger`);
    this.#append(bucket, state);
  }

  async #flush(): Promise<void> {
    if (this.#file !== null && this.#life === 'power cut') await flush(this.#file);
  }

  #append(bucket: string, state: BucketState, why?: string): void {
    if (this.#file === null) return;
    const at = new Date().toISOString();
    const line: LedgerLine = {
      run: this.#run,
      ...this.#place,
      bucket,
      at,
      state,
      ...(why === undefined ? {} : { why }),
    };
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    const written = writeSync(this.#file, bytes);
    if (written !== bytes.length)
      throw new Error('the ledger cannot be written: the disk took only a part of an entry');
  }
}

/** Whether any run ever created a bucket from this directory. */
export function hasLedger(directory: string): boolean {
  return existsSync(ledgerPath(directory));
}

/**
 * The buckets that runs left behind, at every endpoint, oldest first. Throws ConfigurationError for a file that is not
 * a ledger.
 */
export function readLedger(directory: string): readonly LedgerEntry[] {
  const left = new Map<string, LedgerEntry>();
  for (const line of ledgerLines(directory)) {
    const { bucket, state, ...rest } = line;
    const key = `${line.endpoint} ${bucket}`;
    if (state === 'refused' || state === 'deleted') left.delete(key);
    else left.set(key, { ...rest, bucket: new OwnBucket(bucket), state });
  }
  return [...left.values()];
}

/**
 * Removes the settled entries of earlier runs, all or none, so that the ledger does not grow forever. The caller holds
 * the RunLock, because an entry that another process adds meanwhile would be lost. Throws ConfigurationError for a file
 * that is not a ledger.
 */
export function compactLedger(directory: string): void {
  const left = new Set(readLedger(directory).map((entry) => `${entry.endpoint} ${entry.bucket.name}`));
  const lines = ledgerText(directory).split('\n');
  const kept = lines.filter((text) => {
    const line = ledgerLine(text);
    return line !== null && left.has(`${line.endpoint} ${line.bucket}`);
  });
  if (kept.length < lines.length - 1) replaceLedger(directory, kept);
}

function replaceLedger(directory: string, lines: readonly string[]): void {
  const unfinished = `${ledgerPath(directory)}.unfinished`;
  writeFileSync(unfinished, lines.map((line) => `${line}\n`).join(''), { flush: true });
  renameSync(unfinished, ledgerPath(directory));
  makeEntryDurable(directory);
}

const flush = promisify(fdatasync);

/** Some hundred thousand entries. */
const maxBytes = 64 * 1024 * 1024;

function ledgerPath(directory: string): string {
  return join(directory, 'ledger.jsonl');
}

function ledgerText(directory: string): string {
  const path = ledgerPath(directory);
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return '';
  if (!status.isFile()) throw new ConfigurationError(`${path}: is not a regular file`);
  if (status.size > maxBytes) throw new ConfigurationError(`${path}: is longer than ${maxBytes} bytes`);
  return readFileSync(path, 'utf8');
}

/** Passes over what is no entry, but a file without any entry is none of ours. */
function ledgerLines(directory: string): readonly LedgerLine[] {
  const written = ledgerText(directory)
    .split('\n')
    .filter((text) => text !== '');
  const lines = written.flatMap((text) => ledgerLine(text) ?? []);
  if (lines.length === 0 && !written.every(isHalfLine))
    throw new ConfigurationError(
      `${ledgerPath(directory)}: is not a ledger, because no line of it is an entry; move it away`,
    );
  return lines;
}

/** What a run leaves that was killed while it wrote its first entry. */
function isHalfLine(text: string): boolean {
  const start = '{"run":"';
  return start.startsWith(text) || (text.startsWith(start) && !text.endsWith('}'));
}

/** `null` for anything else: the half line of a run that was killed before it created the bucket. */
function ledgerLine(text: string): LedgerLine | null {
  try {
    const value: unknown = JSON.parse(text);
    return isLedgerLine(value) ? value : null;
  } catch {
    return null;
  }
}

function isLedgerLine(value: unknown): value is LedgerLine {
  if (typeof value !== 'object' || value === null) return false;
  const line: Partial<Record<keyof LedgerLine, unknown>> = value;
  const texts = [line.run, line.endpoint, line.region, line.at, line.bucket];
  return (
    texts.every((text) => typeof text === 'string') &&
    isBucketName(String(line.bucket)) &&
    (line.addressing === 'path' || line.addressing === 'virtual') &&
    isBucketState(line.state) &&
    (line.why === undefined || typeof line.why === 'string')
  );
}

function isBucketState(state: unknown): boolean {
  return ['creating', 'created', 'refused', 'left', 'deleted'].some((known) => known === state);
}

/** The OSS rule for bucket names, so that even an edited ledger can only name buckets. */
function isBucketName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name);
}

/** Ends the half line that a killed run may have left, so that the next entry starts a new line. */
function endHalfLine(file: number): void {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  if (size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== '\n') writeSync(file, '\n');
}

/** A new file is durable only when its directory is. Windows neither has nor needs such a call. */
function makeEntryDurable(directory: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
