import { Refusal, invalidArgument } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { StoredHeaders } from '../../storage/stored-records.ts';
import { objectAcls, storageClasses } from '../object-traits.ts';
import type { ObjectAcl, ObjectTraits } from '../object-traits.ts';
import { readStoredHeaders } from './object-headers.ts';

/** The headers of a request for the object that it creates, without encryption. */
export interface UploadHeaders {
  readonly stored: StoredHeaders;
  readonly traits: ObjectTraits;
  readonly forbidOverwrite: boolean;
}

export function readUploadHeaders(headers: readonly HeaderPair[]): UploadHeaders | Refusal {
  const stored = readStoredHeaders(headers);
  if (stored instanceof Refusal) return stored;
  const acl = readObjectAcl(headers);
  if (acl instanceof Refusal) return acl;
  const storageClass = readChoice(headers, 'x-oss-storage-class', storageClasses, '0017-00000132');
  if (storageClass instanceof Refusal) return storageClass;
  const forbidOverwrite = readForbidOverwrite(headers);
  if (forbidOverwrite instanceof Refusal) return forbidOverwrite;
  const traits: ObjectTraits = { ...(acl === null ? {} : { acl }), ...(storageClass === null ? {} : { storageClass }) };
  return { stored, traits, forbidOverwrite };
}

/** `null` if the request has no such header. */
export function readObjectAcl(headers: readonly HeaderPair[]): ObjectAcl | Refusal | null {
  return readChoice(headers, 'x-oss-object-acl', objectAcls, '0017-00000104');
}

export function readForbidOverwrite(headers: readonly HeaderPair[]): boolean | Refusal {
  const name = 'x-oss-forbid-overwrite';
  const value = headerValue(headers, name)?.toLowerCase() ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  return invalidArgument('The value is true or false.', { name, value, ec: '0017-00000279' });
}

function readChoice<Choice extends string>(
  headers: readonly HeaderPair[],
  name: string,
  choices: readonly Choice[],
  ec: string,
): Choice | Refusal | null {
  const value = headerValue(headers, name);
  if (value === undefined) return null;
  return (
    choices.find((choice) => choice === value) ??
    invalidArgument('The value is not one of those documented.', { name, value, ec })
  );
}
