import type { Answer } from '../../client/exchange.ts';
import { contentOf } from './object-content.ts';

/** A multipart upload that is under way, with one part uploaded. */
export interface OpenUpload {
  readonly id: string;
  readonly etag: string;
}

/** The object that a scenario is about. */
export class ObjectScene {
  key = 'object';
  /** What was uploaded, to be compared with what is read. */
  content: Uint8Array = contentOf(1_024);
  /** How it was encrypted when the set-up was done, in words; `null` before. */
  before: string | null = null;
  /** The answers to every request by which it was created or changed, in order. */
  answers: readonly Answer[] = [];
  /** Makes the judged upload once more; `null` where there was none, or a second one would be another thing. */
  again: (() => Promise<void>) | null = null;
  upload: OpenUpload | null = null;
  /** The ETag that the store gave it when the set-up uploaded it. */
  etag: string | null = null;

  get knownEtag(): string {
    if (this.etag === null) throw new Error('the scenario speaks of an ETag before the store gave one');
    return this.etag;
  }

  get openUpload(): OpenUpload {
    if (this.upload === null) throw new Error('the scenario speaks of a multipart upload before it has one');
    return this.upload;
  }
}
