import type { Principal } from '../authorization/principal.ts';
import type { BucketRecord } from '../buckets/bucket-record.ts';
import type { Refusal } from '../errors/refusal.ts';
import type { Address } from '../http/addressing.ts';
import type { Operation } from '../http/operation.ts';
import type { StoreRequest } from '../http/store-request.ts';

/** A request with everything known about it so far; `null` for the rest. */
export interface Call {
  readonly request: StoreRequest;
  readonly address: Address | null;
  readonly operation: Operation | null;
  readonly principal: Principal | null;
  /** The bucket at the time of the look-up. */
  readonly bucket: BucketRecord | null;
  /** The body, if it was read completely. */
  readonly body: Uint8Array | null;
  /** Why the request is refused. */
  readonly refusal: Refusal | null;
}

/** A call on its way through the checks. */
export type CallInProgress = { -readonly [Part in keyof Call]: Call[Part] };
