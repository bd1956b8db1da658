import type { Action, Principal } from '../authorization/principal.ts';
import type { Refusal } from '../errors/refusal.ts';
import type { Answer } from './answer.ts';
import type { StoreRequest } from './store-request.ts';

/** The input of every operation after all checks have passed. */
interface AnyCall {
  readonly request: StoreRequest;
  readonly principal: Principal;
  /** The body if the operation takes a `configuration`; otherwise empty. */
  readonly body: Uint8Array;
}

export type ServiceCall = AnyCall;
export type BucketCall = AnyCall & { readonly bucket: string };
export type ObjectCall = BucketCall & { readonly key: string };

interface AnyOperation {
  /** The documented name, e.g. `PutBucketEncryption`. */
  readonly name: string;
  readonly method: string;
  /** The query parameter that selects the operation; `null` for the plain one on the resource. */
  readonly subResource: string | null;
  readonly action: Action;
  /**
   * `none`: a body is ignored. `configuration`: a small document, read whole
   * before the operation runs. `optional configuration`: the same, but it may be
   * missing. `stream`: the operation reads `request.body` itself.
   */
  readonly body: 'none' | 'configuration' | 'optional configuration' | 'stream';
  /** Whether the endpoints of all regions answer it, not only that of the bucket's region. */
  readonly atAnyEndpoint?: true;
  /** PostObject's signature is in the body; a CORS preflight has none. */
  readonly authenticatesItself?: true;
}

export interface ServiceOperation extends AnyOperation {
  readonly scope: 'service';
  run(call: ServiceCall): Promise<Answer | Refusal>;
}

export interface BucketOperation extends AnyOperation {
  readonly scope: 'bucket';
  /** False only for PutBucket. */
  readonly bucketMustExist: boolean;
  run(call: BucketCall): Promise<Answer | Refusal>;
}

export interface ObjectOperation extends AnyOperation {
  readonly scope: 'object';
  /** Whether an object's own ACL lets everyone do it; absent if no ACL can. */
  isOpen?(address: { readonly bucket: string; readonly key: string }): Promise<boolean>;
  run(call: ObjectCall): Promise<Answer | Refusal>;
}

/** An operation of the API. */
export type Operation = ServiceOperation | BucketOperation | ObjectOperation;
