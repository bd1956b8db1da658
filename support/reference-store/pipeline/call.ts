import type { Principal } from '../authorization/principal.ts';
import type { BucketRecord } from '../buckets/bucket-record.ts';
import type { Refusal } from '../errors/refusal.ts';
import type { Address } from '../http/addressing.ts';
import type { Operation } from '../http/operation.ts';
import type { StoreRequest } from '../http/store-request.ts';

/** A request and what is known about it so far; `null` for what is not known yet. */
export interface Call {
  readonly request: StoreRequest;
  readonly address: Address | null;
  readonly operation: Operation | null;
  readonly principal: Principal | null;
  /** The bucket as it was when it was looked up. */
  readonly bucket: BucketRecord | null;
  /** The body, where it was read whole. */
  readonly body: Uint8Array | null;
  /** Why the request is refused. */
  readonly refusal: Refusal | null;
}

/** A call on its way through the checks. */
export type CallInProgress = { -readonly [Part in keyof Call]: Call[Part] };
