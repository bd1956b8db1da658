import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { queryValue } from '../http/store-request.ts';
import type { QueryParameter } from '../http/store-request.ts';
import { readToken } from './continuation-token.ts';
import { readMaxKeys } from './paging.ts';

type Query = readonly QueryParameter[];

/** What all listings of a bucket's objects have in common. */
export interface Question {
  readonly prefix: string;
  /** Empty for none. */
  readonly delimiter: string;
  readonly maxKeys: number;
  readonly encodingType: string | null;
}

export function readQuestion(query: Query): Question | Refusal {
  const maxKeys = readMaxKeys(query);
  if (maxKeys instanceof Refusal) return maxKeys;
  const encodingType = queryValue(query, 'encoding-type') ?? null;
  if (encodingType !== null && encodingType !== 'url')
    return invalidArgument('Invalid Encoding Method specified in Request', {
      name: 'encoding-type',
      value: encodingType,
    });
  const prefix = readName(query, 'prefix', '0015-00000403');
  if (prefix instanceof Refusal) return prefix;
  const delimiter = readDelimiter(query);
  if (delimiter instanceof Refusal) return delimiter;
  return { prefix, delimiter, maxKeys, encodingType };
}

/** ListObjects: the name after which the listing starts. */
export function readMarker(query: Query): string | Refusal {
  return readName(query, 'marker', '0015-00000405');
}

/** ListObjectsV2: the name after which the listing starts. A token counts more than start-after (LSO-27). */
export function readStart(query: Query): string | Refusal {
  const startAfter = readName(query, 'start-after');
  // The Python SDK sends an empty token with the first page, together with start-after.
  const token = queryValue(query, 'continuation-token') || null;
  if (token === null || startAfter instanceof Refusal) return startAfter;
  return (
    readToken(token) ??
    invalidArgument('The continuation token provided is incorrect.', {
      name: 'continuation-token',
      value: token,
      ec: '0015-00000404',
    })
  );
}

/** The pages want fewer bytes than this for the names that limit a listing. */
const tooManyBytes = 1024;

function readName(query: Query, name: string, ec?: string): string | Refusal {
  const value = queryValue(query, name) ?? '';
  if (Buffer.byteLength(value) < tooManyBytes) return value;
  return invalidArgument(`The length of ${name} must be less than ${tooManyBytes} bytes.`, {
    name,
    value,
    ...(ec === undefined ? {} : { ec }),
  });
}

/** Unlike S3, where it may be a word. Whether one character may have several bytes is not documented; here it may. */
function readDelimiter(query: Query): string | Refusal {
  const value = queryValue(query, 'delimiter') ?? '';
  if (/^.?$/su.test(value)) return value;
  return invalidArgument('The delimiter must be a single character.', {
    name: 'delimiter',
    value,
    ec: '0015-00000406',
  });
}
