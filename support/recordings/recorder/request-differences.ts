import type { Exchange } from '../../client/exchange.ts';
import type { HeaderPair } from '../../client/request.ts';
import type { Replacement } from '../format/placeholder-credentials.ts';

/** The texts of a request that an answer may quote; longer ones first, because one may contain another. */
export function requestDifferences(live: Exchange, rerun: Exchange): readonly Replacement[] {
  const pairs = [
    ...pathPairs(live.request.path, rerun.request.path),
    ...headerPairs(live.request.headers, rerun.request.headers),
    ...bodyPairs(live.request.body, rerun.request.body),
    ...tracePairs(live, rerun),
  ];
  const differing = pairs.filter(([one, other]) => one !== other && one.length >= shortestText);
  return [...new Map(differing)].toSorted(([one], [other]) => other.length - one.length);
}

/** Shorter texts are words that may occur anywhere. */
const shortestText = 8;
const longestForm = 64 * 1024;

function tracePairs({ signature: live }: Exchange, { signature: rerun }: Exchange): readonly Replacement[] {
  if (live === null || rerun === null) return [];
  return [
    [live.signature, rerun.signature],
    // One that the scenario changed is none of the target's (AUTH-59).
    [live.accessKeyId, rerun.accessKeyId],
    ...zipped(live.stringToSign.split('\n'), rerun.stringToSign.split('\n')),
    ...zipped(live.canonical.split('\n'), rerun.canonical.split('\n')),
  ];
}

function headerPairs(live: readonly HeaderPair[], rerun: readonly HeaderPair[]): readonly Replacement[] {
  return zipped(live, rerun).flatMap(([[name, value], [otherName, otherValue]]) =>
    name === otherName ? ([[value, otherValue], ...zipped(valueParts(value), valueParts(otherValue))] as const) : [],
  );
}

/** Line by line: a form has its signature on its own line (OBJ-22). */
function bodyPairs(live: Uint8Array | null, rerun: Uint8Array | null): readonly Replacement[] {
  return zipped(linesIn(live), linesIn(rerun));
}

/** Longer forms end with the content of a file. Latin1 preserves each byte of it. */
function linesIn(body: Uint8Array | null): readonly string[] {
  return Buffer.from((body ?? new Uint8Array()).subarray(0, longestForm))
    .toString('latin1')
    .split(/\r?\n/u);
}

/** Segment by segment, and each parameter with the one of the same name, which may be repeated (AUTH-15). */
function pathPairs(live: string, rerun: string): readonly Replacement[] {
  const [[resource = '', query = ''], [otherResource = '', otherQuery = '']] = [live.split('?'), rerun.split('?')];
  const others = Map.groupBy(otherQuery.split('&').map(parameterIn), ([name]) => name);
  const parameters = query.split('&').map((part): Replacement => {
    const [name, value] = parameterIn(part);
    return [value, others.get(name)?.shift()?.[1] ?? ''];
  });
  const pairs = [...zipped(resource.split('/'), otherResource.split('/')), ...parameters];
  return urlReadings.flatMap((read) => pairs.map(([one, other]): Replacement => [read(one), read(other)]));
}

function parameterIn(part: string): readonly [name: string, value: string] {
  const [name = '', ...value] = part.split('=');
  return [name, value.join('=')];
}

/** The parts of an Authorization header, V1 or V4. */
function valueParts(value: string): readonly string[] {
  return value.split(/[\s,=:]/u);
}

/** Nothing if the two differ in length. */
function zipped<T>(one: readonly T[], other: readonly T[]): readonly (readonly [T, T])[] {
  if (one.length !== other.length) return [];
  return one.flatMap((item, at) => {
    const counterpart = other[at];
    return counterpart === undefined ? [] : [[item, counterpart] as const];
  });
}

/** How a part of a URL may be read: unchanged, decoded, and decoded with pluses as spaces, as some stores do (AUTH-17). */
export const urlReadings: readonly ((part: string) => string)[] = [
  (part) => part,
  decoded,
  (part) => decoded(part.replaceAll('+', ' ')),
];

/** A part with a wrong encoding stays unchanged. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
