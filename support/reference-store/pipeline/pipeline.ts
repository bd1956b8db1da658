import { authenticate } from '../authentication/authenticate.ts';
import type { AccessKeys } from '../authentication/access-keys.ts';
import { anonymous } from '../authorization/principal.ts';
import type { Behaviour, Check } from '../behaviour.ts';
import type { BucketRepository } from '../buckets/bucket-record.ts';
import { noSuchBucket } from '../buckets/refusals.ts';
import { Refusal } from '../errors/refusal.ts';
import type { GeneralRefusal } from '../family.ts';
import type { Address } from '../http/addressing.ts';
import type { Answer } from '../http/answer.ts';
import { endpointOf } from '../http/addressing.ts';
import type { Operation } from '../http/operation.ts';
import { BodyFault } from '../http/request-body.ts';
import type { HeaderPair, StoreRequest } from '../http/store-request.ts';
import type { Call, CallInProgress } from './call.ts';

export interface PipelineParts {
  readonly behaviour: Behaviour;
  readonly operations: readonly Operation[];
  readonly refusals: readonly GeneralRefusal[];
  /** The headers that families add to every answer. */
  readonly answerHeaders: readonly ((call: Call) => readonly HeaderPair[])[];
  readonly buckets: BucketRepository;
  readonly keys: AccessKeys;
  readonly region: string;
  readonly clock: () => Date;
}

/** The path of a request to its answer. */
export class Pipeline {
  readonly #parts: PipelineParts;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
  }

  /** Never throws: any failure inside is answered with InternalError. */
  async answer(request: StoreRequest): Promise<{ readonly answer: Answer; readonly call: Call }> {
    const call = newCall(request);
    const outcome = await this.#run(call).catch((error: unknown) => this.#failure(error));
    return { answer: this.#finish(outcome, call), call };
  }

  /** The answer to bytes that are not a request, or to a request that was refused while it was read. */
  refuse(request: StoreRequest, refusal: Refusal): { readonly answer: Answer; readonly call: Call } {
    const call = newCall(request);
    return { answer: this.#finish(refusal, call), call };
  }

  async #run(call: CallInProgress): Promise<Answer | Refusal> {
    const { behaviour, operations, buckets } = this.#parts;
    const address = behaviour.address(call.request);
    if (address instanceof Refusal) return address;
    call.address = address;
    if (address.scope !== 'service') call.bucket = buckets.get(address.bucket) ?? null;

    const operation = behaviour.route(call.request, address, operations);
    if (operation instanceof Refusal) return operation;
    call.operation = operation;

    for (const check of behaviour.checks(call)) {
      const refusal = await this.#check(check, call, operation);
      if (refusal) return refusal;
    }
    for (const refuses of this.#parts.refusals) {
      const refusal = refuses(operation, call.request);
      if (refusal) return refusal;
    }
    return this.#perform(call, operation);
  }

  async #check(check: Check, call: CallInProgress, operation: Operation): Promise<Refusal | null> {
    const { behaviour } = this.#parts;
    const { address } = call;
    if (address === null) return null;
    const { authenticatesItself = false } = operation;
    if (authenticatesItself && (check === 'authentication' || check === 'authorization')) return null;
    switch (check) {
      case 'authentication':
        return this.#authenticate(call);
      case 'bucket name':
        return address.scope === 'service' ? null : behaviour.buckets.name(address.bucket);
      case 'authorization': {
        const question = { principal: call.principal ?? anonymous, action: operation.action, bucket: call.bucket };
        const refusal = behaviour.authorize(question, call);
        return refusal !== null && (await isOpen(operation, address)) ? null : refusal;
      }
      case 'bucket existence': {
        if (address.scope === 'service' || call.bucket) return null;
        return operation.scope === 'bucket' && !operation.bucketMustExist ? null : noSuchBucket(address.bucket);
      }
      case 'endpoint':
        if (address.scope === 'service' || operation.atAnyEndpoint === true) return null;
        return behaviour.endpoint(call.request.host, address.bucket, this.#parts.region);
      case 'body':
        return this.#readBody(call, operation);
    }
  }

  #authenticate(call: CallInProgress): Refusal | null {
    const { behaviour, keys, region, clock } = this.#parts;
    const { request, address } = call;
    if (address === null) return null;
    const principal = authenticate(behaviour.authentication, { request, address, keys, region, now: clock() });
    if (principal instanceof Refusal) return principal;
    call.principal = principal;
    return null;
  }

  async #readBody(call: CallInProgress, operation: Operation): Promise<Refusal | null> {
    if (operation.body === 'none' || operation.body === 'stream') return null;
    const { body: behaviour } = this.#parts.behaviour;
    const { request } = call;
    const unreadable = behaviour.framing(request, operation);
    if (unreadable) return unreadable;
    const limit = behaviour.limit(operation);
    const body = await request.body.readWhole(limit);
    if (body === null) return behaviour.tooLarge(limit);
    call.body = body;
    return behaviour.digest(body, request.headers);
  }

  #perform({ request, address, principal, body }: Call, operation: Operation): Promise<Answer | Refusal> {
    const common = { request, principal: principal ?? anonymous, body: body ?? new Uint8Array() };
    if (operation.scope === 'service') return operation.run(common);
    if (operation.scope === 'bucket' && address !== null && address.scope !== 'service')
      return operation.run({ ...common, bucket: address.bucket });
    if (operation.scope === 'object' && address?.scope === 'object')
      return operation.run({ ...common, bucket: address.bucket, key: address.key });
    throw new Error(`${operation.name} was routed to a ${address?.scope ?? 'missing'} address`);
  }

  #failure(error: unknown): Refusal {
    if (error instanceof BodyFault) return this.#parts.behaviour.body.broken(error.problem);
    // ENV-23. The cause goes to the console, not to the caller.
    console.error('the reference store failed:', error);
    return new Refusal({
      status: 500,
      code: 'InternalError',
      message: 'We encountered an internal error. Please try again.',
    });
  }

  #finish(outcome: Answer | Refusal, call: CallInProgress): Answer {
    const { behaviour, answerHeaders, clock } = this.#parts;
    const now = clock();
    const answer = outcome instanceof Refusal ? this.#envelope(outcome, call) : outcome;
    return behaviour.answer(
      {
        ...answer,
        // ENV-01…03.
        headers: [
          ['Server', 'AliyunOSS'],
          ['Date', now.toUTCString()],
          ...answer.headers,
          ...answerHeaders.flatMap((headersFor) => headersFor(call)),
          ['x-oss-request-id', call.request.id],
          ['x-oss-server-time', String(Math.max(0, now.getTime() - call.request.receivedAt.getTime()))],
        ],
      },
      call,
    );
  }

  #envelope(decided: Refusal, call: CallInProgress): Answer {
    const { behaviour } = this.#parts;
    const { errors } = behaviour;
    const refusal = errors.refusal(decided, call);
    call.refusal = refusal;
    const document = errors.document(refusal, call.request.id, call.request.host || endpointOf(call.request));
    return {
      status: refusal.status,
      headers: [['Content-Type', document.contentType], ...errors.headers(refusal, document, call)],
      body: Buffer.from(document.text),
    };
  }
}

function newCall(request: StoreRequest): CallInProgress {
  return { request, address: null, operation: null, principal: null, bucket: null, body: null, refusal: null };
}

/** Whether the object's own ACL lets everyone do it. */
async function isOpen(operation: Operation, address: Address): Promise<boolean> {
  if (operation.scope !== 'object' || address.scope !== 'object') return false;
  return (await operation.isOpen?.(address)) ?? false;
}
