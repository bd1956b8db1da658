import { documentedAuthentication } from './authentication/behaviour.ts';
import type { AuthenticationBehaviour } from './authentication/behaviour.ts';
import { authorize } from './authorization/authorize.ts';
import type { AuthorizationQuestion } from './authorization/authorize.ts';
import { documentedBuckets } from './buckets/behaviour.ts';
import type { BucketsBehaviour } from './buckets/behaviour.ts';
import { documentedListings } from './buckets/listings-behaviour.ts';
import type { ListingsBehaviour } from './buckets/listings-behaviour.ts';
import { documentedErrors } from './errors/behaviour.ts';
import type { ErrorsBehaviour } from './errors/behaviour.ts';
import type { Refusal } from './errors/refusal.ts';
import { addressOf, checkEndpoint } from './http/addressing.ts';
import type { Address } from './http/addressing.ts';
import type { Answer } from './http/answer.ts';
import { documentedBody } from './http/body-behaviour.ts';
import type { BodyBehaviour } from './http/body-behaviour.ts';
import type { Operation } from './http/operation.ts';
import { createRequestId } from './http/request-id.ts';
import { route } from './http/routing.ts';
import type { StoreRequest } from './http/store-request.ts';
import type { Call } from './pipeline/call.ts';

/** The checks before an operation runs. */
export type Check = 'authentication' | 'bucket name' | 'authorization' | 'bucket existence' | 'endpoint' | 'body';

/** The decisions that all families share, in the order of a request. */
interface GeneralBehaviour {
  readonly requestId: (now: Date) => string;
  readonly address: (request: StoreRequest) => Address | Refusal;
  readonly route: (request: StoreRequest, address: Address, operations: readonly Operation[]) => Operation | Refusal;
  /** The checks, in order. */
  readonly checks: (call: Call) => readonly Check[];
  readonly authentication: AuthenticationBehaviour;
  readonly authorize: (question: AuthorizationQuestion, call: Call) => Refusal | null;
  /** Whether this host serves buckets of `region`. */
  readonly endpoint: (host: string, bucket: string, region: string) => Refusal | null;
  readonly body: BodyBehaviour;
  readonly buckets: BucketsBehaviour;
  readonly listings: ListingsBehaviour;
  readonly errors: ErrorsBehaviour;
  /** Applied last to every answer, including those to unreadable requests. */
  readonly answer: (answer: Answer, call: Call) => Answer;
}

/**
 * Every documented decision of the store. Each function only takes what it decides on and returns the decision. So a server with one different decision is this object with one function replaced: a deviation.
 *
 * A family declares its own parts with its behaviour:
 * `declare module '../behaviour.ts' { interface Behaviour { readonly tagging: TaggingBehaviour } }`.
 */
export interface Behaviour extends GeneralBehaviour {}

const generalBehaviour: GeneralBehaviour = {
  requestId: createRequestId,
  address: addressOf,
  route,
  // The documentation leaves the order open (AUTH-43). In the live tests of the SDKs, an unknown key on a missing bucket
  // is answered NoSuchBucket. No body is read without permission.
  checks: () => ['bucket name', 'bucket existence', 'authentication', 'authorization', 'endpoint', 'body'],
  authentication: documentedAuthentication,
  authorize,
  endpoint: checkEndpoint,
  body: documentedBody,
  buckets: documentedBuckets,
  listings: documentedListings,
  errors: documentedErrors,
  answer: (answer) => answer,
};

/** The general decisions together with those of the families. */
export function documentedBehaviour(families: readonly Partial<Behaviour>[]): Behaviour {
  // The module of a family provides every part that it declares: a test starts the store with each of them.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- for that reason
  return Object.assign({}, generalBehaviour, ...families) as Behaviour;
}
