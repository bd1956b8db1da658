import { isDeepStrictEqual } from 'node:util';
import { Refusal } from './errors/refusal.ts';
import type { Answer } from './http/answer.ts';
import type { ObjectCall, ObjectOperation, Operation } from './http/operation.ts';
import type { RequestBody } from './http/request-body.ts';
import type { Perform, PerformOther, ReplacedRun } from './operation-replacement.ts';

/** An operation as a deviation replaces it. */
export interface RehearsedOperation {
  readonly deviation: string;
  readonly replacedRun: ReplacedRun;
}

/** Operations without side effects and open files, so that a replacement may run them during a dry run. */
const readingOperations: ReadonlySet<string> = new Set(['GetObjectACL', 'GetObjectMeta', 'HeadObject']);

/**
 * The documented operation, which also tries its replacements and reports those that would differ: the operation runs
 * once, and each replacement that passes the call on unchanged gets the answer of that one run. A replacement that
 * changes the call, reads the body, writes by another operation, or answers otherwise differs.
 */
export function operationDryRun(
  operation: ObjectOperation,
  replacements: readonly RehearsedOperation[],
  operations: readonly Operation[],
  onDifference: (deviation: string) => void,
): ObjectOperation {
  return {
    ...operation,
    async run(call) {
      const answer = Promise.withResolvers<Answer | Refusal>();
      // Each replacement handles a failure itself, and may never use the answer.
      answer.promise.catch(() => undefined);
      const rehearsals = replacements.map(({ deviation, replacedRun }) => ({
        deviation,
        ...rehearse(replacedRun, call, answer.promise, operations),
      }));
      // A replacement must see the state before the operation.
      await Promise.all(rehearsals.map(({ arrived }) => arrived));
      try {
        answer.resolve(await operation.run(call));
      } catch (error) {
        answer.reject(error);
      }
      for (const { deviation, agrees } of rehearsals) if (!(await agrees)) onDifference(deviation);
      return answer.promise;
    },
  };
}

interface Rehearsal {
  /** Resolves when the replacement needs the documented answer, or has ended without it. */
  readonly arrived: Promise<void>;
  readonly agrees: Promise<boolean>;
}

function rehearse(
  replacedRun: ReplacedRun,
  call: ObjectCall,
  answer: Promise<Answer | Refusal>,
  operations: readonly Operation[],
): Rehearsal {
  const arrival = Promise.withResolvers<void>();
  const rehearsed: ObjectCall = { ...call, request: { ...call.request, body: unreadable(call.request.body) } };
  const documented: Perform = (changed) => {
    if (!isSameCall(changed, rehearsed)) throw new Error('the replacement changes the call');
    arrival.resolve();
    return answer;
  };
  const agrees = (async () => {
    try {
      const replaced = await replacedRun(documented, readingOnly(operations))(rehearsed);
      arrival.resolve();
      return isSameAnswer(replaced, await answer);
    } catch (error) {
      arrival.resolve();
      return isFailureOf(answer, error);
    }
  })();
  return { arrived: arrival.promise, agrees };
}

/** Whether the replacement failed only because the documented operation did. */
async function isFailureOf(answer: Promise<unknown>, error: unknown): Promise<boolean> {
  try {
    await answer;
    return false;
  } catch (failure) {
    return failure === error;
  }
}

/** The operation reads the body; a replacement that also did would take it away. */
function unreadable(body: RequestBody): RequestBody {
  return new Proxy(body, {
    get() {
      throw new Error('the replacement reads the body');
    },
  });
}

function readingOnly(operations: readonly Operation[]): PerformOther {
  return (name, call) => {
    const found = operations.find((one): one is ObjectOperation => one.scope === 'object' && one.name === name);
    if (found === undefined || !readingOperations.has(name)) throw new Error(`the replacement performs ${name}`);
    return found.run(call);
  };
}

function isSameCall(one: ObjectCall, other: ObjectCall): boolean {
  const { request, ...call } = one;
  const { request: otherRequest, ...otherCall } = other;
  const { body, ...head } = request;
  const { body: otherBody, ...otherHead } = otherRequest;
  return body === otherBody && isDeepStrictEqual(head, otherHead) && isDeepStrictEqual(call, otherCall);
}

function isSameAnswer(one: Answer | Refusal, other: Answer | Refusal): boolean {
  if (one === other) return true;
  if (one instanceof Refusal || other instanceof Refusal) return isDeepStrictEqual(one, other);
  const { body, ...head } = one;
  const { body: otherBody, ...otherHead } = other;
  const hasSameBody = body === otherBody || (isBytes(body) && isBytes(otherBody) && isDeepStrictEqual(body, otherBody));
  return hasSameBody && isDeepStrictEqual(head, otherHead);
}

function isBytes(body: Answer['body']): body is Uint8Array {
  return body instanceof Uint8Array;
}
