import { PluginFolder } from '../plugin-folder/plugin-folder.ts';
import type { AccessKeys } from './authentication/access-keys.ts';
import type { Action } from './authorization/principal.ts';
import type { Behaviour } from './behaviour.ts';
import type { BucketRepository } from './buckets/bucket-record.ts';
import type { OfferedSetting } from './buckets/bucket-setting.ts';
import type { Refusal } from './errors/refusal.ts';
import type { Operation } from './http/operation.ts';
import type { HeaderPair, StoreRequest } from './http/store-request.ts';
import type { DataKeys } from './object-encryption/data-keys.ts';
import type { Call } from './pipeline/call.ts';
import type { ObjectStorage } from './storage/object-storage.ts';

/** The context of a family's operations. */
export interface StoreParts {
  readonly behaviour: Behaviour;
  readonly buckets: BucketRepository;
  /** The bucket settings of all families. */
  readonly settings: readonly OfferedSetting[];
  readonly storage: ObjectStorage;
  readonly dataKeys: DataKeys;
  readonly keys: AccessKeys;
  readonly region: string;
  readonly clock: () => Date;
}

/** A check of requests for any operation, right before it runs. */
export type GeneralRefusal = (operation: Operation, request: StoreRequest) => Refusal | null;

/** One part of the API. Its module in `families/` is all the store needs to offer it; its code is in its own folder. */
export interface Family {
  /** Its documented decisions, under the names it declares in `Behaviour`. */
  readonly behaviour: Partial<Behaviour>;
  /** The bucket settings that it adds. */
  readonly settings?: (behaviour: Behaviour) => readonly OfferedSetting[];
  /** The actions that the owner's policy allows the delegate. */
  readonly delegatedActions: readonly Action[];
  readonly operations: (parts: StoreParts) => readonly Operation[];
  /** Its check of the requests of all families. */
  readonly refuses?: (behaviour: Behaviour) => GeneralRefusal;
  /** Headers that it adds to the answers to other families' operations. */
  readonly answerHeaders?: (call: Call) => readonly HeaderPair[];
}

const families = new PluginFolder<Family>(new URL('families/', import.meta.url));

/** Every family, in the alphabetical order of their names. */
export async function loadFamilies(): Promise<readonly Family[]> {
  return Promise.all(families.names().map((name) => families.load(name)));
}
