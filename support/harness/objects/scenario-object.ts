import type { Answer } from '../../client/exchange.ts';
import { Inconclusive } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import { contentOf } from './object-content.ts';
import type { ObjectAddress } from './object-requests.ts';
import type { ObjectSnapshot } from './object-snapshot.ts';

/** The object that a scenario is about. */
export class ScenarioObject {
  key = 'object';
  /** The uploaded bytes, to compare with what is read. */
  content: Uint8Array = contentOf(1_024);
  /** How it was encrypted at the end of the set-up, in words; `null` before. */
  before: string | null = null;
  /** The answers to every request that created or changed it, in order. */
  answers: readonly Answer[] = [];
  /** Repeats the judged upload; `null` if there was none, or if a repetition would mean something else. */
  again: (() => Promise<void>) | null = null;
  /** The ETag from the answer to the upload in the set-up. */
  etag: string | null = null;
  /** The objects that the set-up uploaded to the scenario's bucket, as they read back then, by name. */
  readonly held = new Map<string, ObjectSnapshot>();
  readonly #world: Pick<OssWorld, 'bucket' | 'canAskAgain' | 'settled'>;

  constructor(world: Pick<OssWorld, 'bucket' | 'canAskAgain' | 'settled'>) {
    this.#world = world;
  }

  get address(): ObjectAddress {
    return { bucket: this.#world.bucket.name, key: this.key };
  }

  get knownEtag(): string {
    if (this.etag === null)
      throw new Inconclusive('could not prepare: the uploaded object was answered without an ETag');
    return this.etag;
  }

  /** The object as it read back at the end of the set-up. */
  get snapshot(): ObjectSnapshot {
    const snapshot = this.held.get(this.key);
    if (snapshot === undefined) throw new Error('the scenario needs an object before its set-up uploaded one');
    return snapshot;
  }

  /**
   * Looks at the result of the judged upload. If it does not satisfy, uploads and looks again until it does or the
   * deadline passes, because a readable rule may take effect on uploads later (GBE-19). Returns the last result.
   */
  async settledUpload<T>(look: () => T | Promise<T>, satisfied: (seen: T) => boolean): Promise<T> {
    const { again } = this;
    const seen = await look();
    if (again === null || satisfied(seen) || !this.#world.canAskAgain) return seen;
    const repeat = async (): Promise<T> => {
      await again();
      return look();
    };
    return this.#world.settled(repeat, satisfied);
  }
}
