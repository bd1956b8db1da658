import { isDeepStrictEqual } from 'node:util';
import type { Behaviour } from './behaviour.ts';
import { changeAnswers } from './changed-exchange.ts';
import { Refusal } from './errors/refusal.ts';
import type { Answer } from './http/answer.ts';
import type { BucketCall, ObjectCall } from './http/operation.ts';
import type { QueryParameter } from './http/store-request.ts';
import type { ObjectsBehaviour } from './objects/behaviour.ts';
import type { ChosenPart } from './objects/chosen-parts.ts';
import { entityTooSmall } from './objects/refusals.ts';
import type { PartRecord } from './storage/stored-records.ts';
import { replaceOperations, type Replacement } from './operation-replacement.ts';

/** Parts of deviations of multipart uploads. */

type Query = readonly QueryParameter[];

/** The call with its request's query changed. */
export function withQuery<Call extends BucketCall>(call: Call, change: (query: Query) => Query): Call {
  return { ...call, request: { ...call.request, query: change(call.request.query) } };
}

/** The query with another value of a parameter that it has. */
export function withParameter(query: Query, name: string, change: (value: string) => string): Query {
  return query.map(([known, value = '']) => (known === name ? [known, change(value)] : [known, value]));
}

/** Changes the query of a ListMultipartUploads. */
export function changeUploadListing(route: Behaviour['route'], change: (query: Query) => Query): Behaviour['route'] {
  return (request, address, operations) => {
    const operation = route(request, address, operations);
    if (operation instanceof Refusal || operation.scope !== 'bucket' || operation.name !== 'ListMultipartUploads')
      return operation;
    if (isDeepStrictEqual(change(request.query), request.query)) return operation;
    return { ...operation, run: (call: BucketCall) => operation.run(withQuery(call, change)) };
  };
}

/** Changes the document of an answer. */
export function changeDocument(answer: Answer, change: (xml: string) => string): Answer {
  const { body } = answer;
  return body instanceof Uint8Array ? { ...answer, body: Buffer.from(change(Buffer.from(body).toString())) } : answer;
}

/** Changes the documents that an operation answers; a refusal stays. */
export function changeDocuments(
  route: Behaviour['route'],
  operation: string,
  change: (xml: string, call: ObjectCall) => string,
): Behaviour['route'] {
  return changeAnswers(route, [operation], (answer, call) => changeDocument(answer, (xml) => change(xml, call)));
}

/** What follows an operation that was not refused. */
export function afterSuccess(
  route: Behaviour['route'],
  operation: string,
  then: (...context: Parameters<Replacement>) => Promise<unknown>,
): Behaviour['route'] {
  return replaceOperations(route, [operation], async (call, documented, perform) => {
    const outcome = await documented(call);
    if (!(outcome instanceof Refusal)) await then(call, documented, perform);
    return outcome;
  });
}

/** The parameter of an upload's request that names the upload. */
export function uploadIdIn({ request }: ObjectCall): string {
  return request.query.find(([name]) => name === 'uploadId')?.[1] ?? '';
}

/** The id of a new upload in the answer to its initiation. */
export function newUploadIdIn({ body }: Answer): string {
  return /<UploadId>(.*)<\/UploadId>/.exec(body instanceof Uint8Array ? Buffer.from(body).toString() : '')?.[1] ?? '';
}

/** The parts of a completion where all but the last must have this size. */
export function takeParts(
  { chosenParts }: Pick<ObjectsBehaviour, 'chosenParts'>,
  chosen: readonly ChosenPart[],
  uploaded: ReadonlyMap<number, PartRecord>,
  leastBytes: number,
): readonly PartRecord[] | Refusal {
  const last = chosen.at(-1)?.partNumber;
  const isTooSmall = ({ partNumber, extent }: PartRecord): boolean => partNumber !== last && extent.size < leastBytes;
  // Only the size is judged otherwise: the documented rule sees large parts.
  const enlarged = new Map(
    [...uploaded].map(([number, part]) => [number, { ...part, extent: { ...part.extent, size: enough } }]),
  );
  const taken = chosenParts(chosen, enlarged);
  if (taken instanceof Refusal) return taken;
  const own = taken.flatMap(({ partNumber }) => uploaded.get(partNumber) ?? []);
  const small = own.find(isTooSmall);
  return small === undefined ? own : entityTooSmall(small.extent.size, leastBytes);
}

const enough = 5 * 1024 ** 3;
