import type { Behaviour } from './behaviour.ts';
import type { ErrorsBehaviour } from './errors/behaviour.ts';
import { Refusal } from './errors/refusal.ts';
import type { Answer } from './http/answer.ts';
import type { ObjectCall } from './http/operation.ts';
import { percentDecode } from './http/request-target.ts';
import { headerValue } from './http/store-request.ts';
import type { HeaderPair } from './http/store-request.ts';
import { replaceOperations, withHeaders } from './operation-replacement.ts';
import type { PerformOther } from './operation-replacement.ts';

/** Parts of deviations that change a request before an operation on an object, or its answer. */

type Headers = readonly HeaderPair[];

export function changeRequests(
  route: Behaviour['route'],
  names: readonly string[],
  change: (call: ObjectCall) => ObjectCall,
): Behaviour['route'] {
  return replaceOperations(route, names, (call, documented) => documented(change(call)));
}

export function changeRequestHeaders(
  route: Behaviour['route'],
  names: readonly string[],
  change: (headers: Headers, call: ObjectCall) => Headers,
): Behaviour['route'] {
  return changeRequests(route, names, (call) => withHeaders(call, (headers) => change(headers, call)));
}

/** A Range header with two positions; `last` is empty for an open range. */
interface RequestedRange {
  readonly first: number;
  readonly last: string;
}

/** Changes the headers of reads that `isWrong` selects by their range and the size of the object. */
export function changeRangeRequests(
  route: Behaviour['route'],
  isWrong: (range: RequestedRange, size: number) => boolean,
  change: (headers: Headers) => Headers,
): Behaviour['route'] {
  return replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
    const size = (await sizeOf(call, perform)) ?? 0;
    const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headerValue(call.request.headers, 'Range') ?? '') ?? [];
    const isChanged = first !== undefined && last !== undefined && isWrong({ first: Number(first), last }, size);
    return documented(isChanged ? withHeaders(call, change) : call);
  });
}

/** Answers only; a refusal stays. */
export function changeAnswers(
  route: Behaviour['route'],
  names: readonly string[],
  change: (answer: Answer, call: ObjectCall) => Answer,
): Behaviour['route'] {
  return replaceOperations(route, names, async (call, documented) => {
    const answer = await documented(call);
    return answer instanceof Refusal ? answer : change(answer, call);
  });
}

export function changeAnswerHeaders(
  route: Behaviour['route'],
  names: readonly string[],
  change: (headers: Headers, answer: Answer, call: ObjectCall) => Headers,
): Behaviour['route'] {
  return changeAnswers(route, names, (answer, call) => ({ ...answer, headers: change(answer.headers, answer, call) }));
}

/** Turns one refusal of an operation into another. */
export function changeRefusal(
  { refusal }: ErrorsBehaviour,
  operation: string,
  code: string,
  changes: Parameters<Refusal['with']>[0],
): Partial<ErrorsBehaviour> {
  return {
    refusal: (decided, call) => {
      const sent = refusal(decided, call);
      return call.operation?.name === operation && sent.code === code ? sent.with(changes) : sent;
    },
  };
}

export function without(headers: Headers, name: RegExp): Headers {
  return headers.filter(([candidate]) => !name.test(candidate));
}

/** Replaces the header, or adds it. */
export function withValue(headers: Headers, name: string, value: string): Headers {
  return [...headers.filter(([candidate]) => candidate.toLowerCase() !== name.toLowerCase()), [name, value]];
}

/** Changes the name of the requested object. */
export function renamed(call: ObjectCall, change: (key: string) => string): ObjectCall {
  return { ...call, key: change(call.key) };
}

/** CopyObject is routed as PutObject. */
export function isCopy({ request }: ObjectCall): boolean {
  return headerValue(request.headers, 'x-oss-copy-source') !== undefined;
}

/** The call redirected to the source of the copy; unchanged if no source can be read. */
export function atSource(call: ObjectCall): ObjectCall {
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/.exec(headerValue(call.request.headers, 'x-oss-copy-source') ?? '') ?? [];
  const decoded = key === undefined ? null : percentDecode(key);
  return bucket === undefined || decoded === null ? call : { ...call, bucket, key: decoded };
}

/** The headers of HeadObject for the object of the call; `null` if it does not exist. */
export async function headOf(call: ObjectCall, perform: PerformOther): Promise<Headers | null> {
  const head = await perform(
    'HeadObject',
    withHeaders(call, () => []),
  );
  return head instanceof Refusal ? null : head.headers;
}

/** Whether the call copies an appendable object onto itself. */
export async function copiesAppendableOntoItself(call: ObjectCall, perform: PerformOther): Promise<boolean> {
  const source = atSource(call);
  if (!isCopy(call) || source.bucket !== call.bucket || source.key !== call.key) return false;
  const head = (await headOf(source, perform)) ?? [];
  return headerValue(head, 'x-oss-object-type') === 'Appendable';
}

/** The size of the object of the call; `null` if it does not exist. */
export async function sizeOf(call: ObjectCall, perform: PerformOther): Promise<number | null> {
  const head = await headOf(call, perform);
  return head === null ? null : Number(headerValue(head, 'Content-Length'));
}

/** The metadata of the object of the call, as an upload would send it. */
export async function metadataOf(call: ObjectCall, perform: PerformOther): Promise<Headers> {
  const kept = /^(?:x-oss-meta-|cache-control$|content-(?:type|disposition|encoding|language)$|expires$)/i;
  return ((await headOf(call, perform)) ?? []).filter(([name]) => kept.test(name));
}
