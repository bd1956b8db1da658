import type { Answer } from '../client/exchange.ts';
import { contentOf } from './object-content.ts';
import type { ObjectEncryption } from './object-encryption.ts';

/** The object that a scenario is about. */
export class ObjectScene {
  key = 'object';
  /** What was uploaded, to be compared with what is read. */
  content: Uint8Array = contentOf(1_024);
  /** How it was encrypted when the set-up was done; `null` before. */
  before: ObjectEncryption | null = null;
  /** The answers to every request by which it was created or changed, in order. */
  readonly answers: Answer[] = [];
}
