import type { Behaviour } from './behaviour.ts';
import { Refusal } from './errors/refusal.ts';
import type { Answer } from './http/answer.ts';
import type { ObjectCall, ObjectOperation, Operation } from './http/operation.ts';
import { headerValue } from './http/store-request.ts';

/** Runs an operation on an object. */
export type Perform = (call: ObjectCall) => Promise<Answer | Refusal>;

export type PerformOther = (name: string, call: ObjectCall) => ReturnType<Perform>;

/**
 * Replaces an operation. `documented` runs the original operation, `perform` runs any other operation on
 * objects.
 */
export type Replacement = (
  call: ObjectCall,
  documented: Perform,
  perform: PerformOther,
) => ReturnType<Perform> | Answer | Refusal;

/** How a replaced operation runs when `documented` takes the place of the original one. */
export type ReplacedRun = (documented: Perform, perform: PerformOther) => Perform;

const replacedRuns = new WeakMap<Operation, ReplacedRun>();

/** How a replaced operation runs; `null` for any other. For dry runs. */
export function replacedRunOf(operation: Operation): ReplacedRun | null {
  return replacedRuns.get(operation) ?? null;
}

/**
 * Routes to replacements of these operations on objects; everything before them, such as authentication,
 * stays. For deviations that need more than a decision of the objects' behaviour.
 */
export function replaceOperations(
  route: Behaviour['route'],
  names: readonly string[],
  replacement: Replacement,
): Behaviour['route'] {
  return (request, address, operations) => {
    const operation = route(request, address, operations);
    if (operation instanceof Refusal || operation.scope !== 'object' || !names.includes(operation.name))
      return operation;
    const perform: PerformOther = (name, call) => {
      const found = operations.find((one): one is ObjectOperation => one.scope === 'object' && one.name === name);
      if (found === undefined) throw new Error(`there is no operation ${name} on objects`);
      return found.run(call);
    };
    const replacedRun: ReplacedRun = (documented, performOther) => {
      // An operation may be replaced more than once.
      const original = replacedRunOf(operation)?.(documented, performOther) ?? documented;
      return async (call) => replacement(call, original, performOther);
    };
    const replaced = {
      ...operation,
      run: async (call: ObjectCall) => replacement(call, (changed) => operation.run(changed), perform),
    };
    replacedRuns.set(replaced, replacedRun);
    return replaced;
  };
}

/** How the object of a call is encrypted; `null` if it is not, or does not exist. */
export async function encryptionOf(call: ObjectCall, perform: PerformOther): Promise<string | null> {
  const head = await perform(
    'HeadObject',
    withHeaders(call, () => []),
  );
  return head instanceof Refusal ? null : (headerValue(head.headers, 'x-oss-server-side-encryption') ?? null);
}

/** The call with its request's headers changed. */
export function withHeaders(
  call: ObjectCall,
  change: (headers: ObjectCall['request']['headers']) => ObjectCall['request']['headers'],
): ObjectCall {
  return { ...call, request: { ...call.request, headers: change(call.request.headers) } };
}
