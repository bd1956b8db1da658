import type { Answer } from '../../client/exchange.ts';
import { headerValue, type HeaderPair } from '../../client/request.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { Nonconformance } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import { getObject, type ByteRange } from './object-requests.ts';
import { ScenarioObject } from './scenario-object.ts';

/** A value of the Range header, and the bytes that it selects in the scenario's object. */
export interface WantedRange {
  readonly range: string;
  readonly bytes: ByteRange | 'whole';
}

/**
 * Reads the scenario's object with that Range as the owner. The answer is read byte for byte: an HTTP library drops
 * bytes after the stated length, so a store that sends more than the range would pass.
 */
export async function requireRange(world: OssWorld, { range, bytes }: WantedRange): Promise<void> {
  const { address, content } = world.part(ScenarioObject);
  const request = getObject(address);
  world.session.requireInstrument(request);
  const headers: readonly HeaderPair[] = [...request.headers, ['Range', range]];
  const { owner } = world.target.principals;
  const { answer } = await world.conversation.ask({ ...request, headers }, owner, { framing: 'as-is' });
  const fault = bytes === 'whole' ? wholeFault(answer, content) : rangeFault(answer, content, bytes);
  if (fault !== null) throw new Nonconformance(`for "${range}" ${fault.wanted}`, fault.got);
}

interface Fault {
  readonly wanted: string;
  readonly got: string;
}

function wholeFault(answer: Answer, content: Uint8Array): Fault | null {
  if (answer.status !== 200) return { wanted: '200 and the whole object', got: describeAnswer(answer) };
  const range = headerValue(answer.headers, 'Content-Range');
  if (range !== undefined) return { wanted: 'no Content-Range', got: range };
  return bodyFault(answer, content);
}

/** What is wrong with the answer to a read of these bytes; `null` if nothing is. */
export function rangeFault(answer: Answer, content: Uint8Array, { first, last }: ByteRange): Fault | null {
  if (answer.status !== 206) return { wanted: '206', got: describeAnswer(answer) };
  const range = headerValue(answer.headers, 'Content-Range');
  const wanted = `bytes ${first}-${last}/${content.length}`;
  if (range !== wanted) return { wanted: `the Content-Range "${wanted}"`, got: range ?? 'none' };
  return bodyFault(answer, content.subarray(first, last + 1));
}

function bodyFault({ headers, body }: Answer, wanted: Uint8Array): Fault | null {
  const length = headerValue(headers, 'Content-Length');
  if (length !== undefined && Number(length) !== wanted.length)
    return { wanted: `a Content-Length of ${wanted.length}`, got: length };
  if (Buffer.compare(body, wanted) === 0) return null;
  const got = body.length === wanted.length ? 'other bytes' : `${body.length} bytes`;
  return { wanted: `the ${wanted.length} bytes that were uploaded`, got };
}
