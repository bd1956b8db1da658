import type { Exchange } from '../../client/exchange.ts';
import type { HeaderPair } from '../../client/request.ts';
import { urlReadings } from '../format/url-readings.ts';

/** A text of the live request, and the one that its re-enactment has in the same place. */
export type TextPair = readonly [live: string, reenacted: string];

/** What an answer may quote of a request; the longer texts first, since one may stand in another. */
export function requestDifferences(live: Exchange, reenacted: Exchange): readonly TextPair[] {
  const pairs = [
    ...pathPairs(live.request.path, reenacted.request.path),
    ...headerPairs(live.request.headers, reenacted.request.headers),
    ...bodyPairs(live.request.body, reenacted.request.body),
    ...tracePairs(live, reenacted),
  ];
  const differing = pairs.filter(([one, other]) => one !== other && one.length >= shortestText);
  return [...new Map(differing)].toSorted(([one], [other]) => other.length - one.length);
}

/** Shorter texts are words that may stand anywhere. */
const shortestText = 8;
const longestForm = 64 * 1024;

function tracePairs({ signature: live }: Exchange, { signature: reenacted }: Exchange): readonly TextPair[] {
  if (live === null || reenacted === null) return [];
  return [
    [live.signature, reenacted.signature],
    ...zipped(live.stringToSign.split('\n'), reenacted.stringToSign.split('\n')),
    ...zipped(live.canonical.split('\n'), reenacted.canonical.split('\n')),
  ];
}

function headerPairs(live: readonly HeaderPair[], reenacted: readonly HeaderPair[]): readonly TextPair[] {
  return zipped(live, reenacted).flatMap(([[name, value], [otherName, otherValue]]) =>
    name === otherName ? ([[value, otherValue], ...zipped(valueParts(value), valueParts(otherValue))] as const) : [],
  );
}

/** Line by line: a form has its signature in a line of its own (OBJ-22). */
function bodyPairs(live: Uint8Array | null, reenacted: Uint8Array | null): readonly TextPair[] {
  return zipped(linesIn(live), linesIn(reenacted));
}

/** Longer forms have the content of a file at their end. Latin1 keeps each byte of it what it is. */
function linesIn(body: Uint8Array | null): readonly string[] {
  return Buffer.from((body ?? new Uint8Array()).subarray(0, longestForm))
    .toString('latin1')
    .split(/\r?\n/u);
}

/** Segment by segment, and each parameter beside the one of its name; one may be repeated (AUTH-15). */
function pathPairs(live: string, reenacted: string): readonly TextPair[] {
  const [[resource = '', query = ''], [otherResource = '', otherQuery = '']] = [live.split('?'), reenacted.split('?')];
  const others = Map.groupBy(otherQuery.split('&').map(parameterIn), ([name]) => name);
  const parameters = query.split('&').map((part): TextPair => {
    const [name, value] = parameterIn(part);
    return [value, others.get(name)?.shift()?.[1] ?? ''];
  });
  const pairs = [...zipped(resource.split('/'), otherResource.split('/')), ...parameters];
  return urlReadings.flatMap((read) => pairs.map(([one, other]): TextPair => [read(one), read(other)]));
}

function parameterIn(part: string): readonly [name: string, value: string] {
  const [name = '', ...value] = part.split('=');
  return [name, value.join('=')];
}

/** The parts of an Authorization header, V1 or V4. */
function valueParts(value: string): readonly string[] {
  return value.split(/[\s,=:]/u);
}

/** Nothing where they do not stand side by side. */
function zipped<T>(one: readonly T[], other: readonly T[]): readonly (readonly [T, T])[] {
  if (one.length !== other.length) return [];
  return one.flatMap((item, at) => {
    const beside = other[at];
    return beside === undefined ? [] : [[item, beside] as const];
  });
}
