import { Refusal } from '../errors/refusal.ts';
import { readHttpDate } from '../http/http-date.ts';
import type { ObjectRecord } from '../storage/stored-records.ts';
import { preconditionFailed } from './refusals.ts';

/** The conditions of a request on an object; header values as sent. */
export interface Conditions {
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
  readonly ifUnmodifiedSince: string | undefined;
}

export type ConditionVerdict = 'met' | 'not modified' | Refusal;

/** The prefix of the headers: empty, or `x-oss-copy-source-` for the source of a copy. */
export type ConditionPrefix = '' | 'x-oss-copy-source-';

/**
 * GET-22, not RFC 9110: any precondition that fails refuses, then any other condition that fails gives 304. An unreadable
 * date is ignored.
 */
export function evaluateConditions(
  conditions: Conditions,
  record: ObjectRecord,
  prefix: ConditionPrefix = '',
): ConditionVerdict {
  const { ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince } = conditions;
  if (ifMatch !== undefined && !names(ifMatch, record)) return preconditionFailed(`${prefix}If-Match`);
  if (isBefore(ifUnmodifiedSince, record)) return preconditionFailed(`${prefix}If-Unmodified-Since`);
  if (ifNoneMatch !== undefined && names(ifNoneMatch, record)) return 'not modified';
  return ifModifiedSince !== undefined && isBefore(ifModifiedSince, record) === false ? 'not modified' : 'met';
}

/** `*`, or one or more ETags, with quotes or without. */
function names(etags: string, record: ObjectRecord): boolean {
  return etags.split(',').some((etag) => {
    const bare = etag.trim().replaceAll('"', '');
    return bare === '*' || bare === record.etag;
  });
}

/** Whether the date is before the object's last change; `null` without a readable date. */
function isBefore(date: string | undefined, record: ObjectRecord): boolean | null {
  const time = date === undefined ? null : (readHttpDate(date) ?? readIsoDate(date));
  return time && time.getTime() < record.lastModified;
}

/** CopyObject's page shows this form, e.g. `2019-04-09T07:01:56.000Z`. */
function readIsoDate(text: string): Date | null {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))
    ? new Date(text)
    : null;
}
