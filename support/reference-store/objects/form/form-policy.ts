import { Refusal } from '../../errors/refusal.ts';
import { isJsonObject, parseJson } from '../../json-text.ts';

/** A condition that a form's fields must meet. */
type Condition =
  | { readonly kind: 'eq' | 'starts-with'; readonly field: string; readonly value: string }
  | { readonly kind: 'in' | 'not-in'; readonly field: string; readonly values: readonly string[] };

/** The uploads that a signed form allows. */
export interface FormPolicy {
  readonly expiration: Date;
  readonly conditions: readonly Condition[];
  /** Bytes of the file. */
  readonly leastSize: number;
  readonly mostSize: number;
}

/** `policy` is the form field: JSON in UTF-8, in base64. */
export function readPolicy(policy: string): FormPolicy | Refusal {
  const document = parseJson(Buffer.from(policy, 'base64').toString());
  if (!isJsonObject(document)) return invalidPolicy('Invalid JSON.');
  const { expiration, conditions } = document;
  const isDate = typeof expiration === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(expiration);
  if (!isDate || Number.isNaN(Date.parse(expiration))) return invalidPolicy('Invalid expiration.');
  if (!Array.isArray(conditions)) return invalidPolicy('Invalid conditions.');
  const found: Condition[] = [];
  let sizes = { leastSize: 0, mostSize: Number.POSITIVE_INFINITY };
  for (const condition of conditions) {
    const range = readSizes(condition);
    const read = range === null ? readCondition(condition) : [];
    if (read === null) return invalidPolicy(`Invalid condition: ${JSON.stringify(condition)}`);
    found.push(...read);
    sizes = range ?? sizes;
  }
  return { expiration: new Date(expiration), conditions: found, ...sizes };
}

/** `fields` by lower-case name, including the bucket; a missing field counts as empty. */
export function checkPolicy(policy: FormPolicy, fields: ReadonlyMap<string, string>, now: Date): Refusal | null {
  if (now >= policy.expiration) return notAllowed('Policy expired.');
  const failed = policy.conditions.find((condition) => !holds(condition, fields.get(condition.field) ?? ''));
  return failed === undefined ? null : notAllowed(`Policy Condition failed: ${JSON.stringify(failed)}`);
}

function notAllowed(reason: string): Refusal {
  return new Refusal({ status: 403, code: 'AccessDenied', message: `Invalid according to Policy: ${reason}` });
}

function holds(condition: Condition, value: string): boolean {
  if ('values' in condition) return condition.values.includes(value) === (condition.kind === 'in');
  return condition.kind === 'eq' ? value === condition.value : value.startsWith(condition.value);
}

/** `["content-length-range", 1, 10]`; `null` for any other condition. */
function readSizes(condition: unknown): { leastSize: number; mostSize: number } | null {
  if (!Array.isArray(condition) || condition[0] !== 'content-length-range') return null;
  const [least, most]: readonly unknown[] = condition.slice(1);
  return Number.isSafeInteger(least) && Number.isSafeInteger(most)
    ? { leastSize: Number(least), mostSize: Number(most) }
    : null;
}

/** `{"key": "a"}`, `["eq", "$key", "a"]`, `["starts-with", "$key", "a"]`, `["in", "$key", ["a"]]`; `null` for none of these. */
function readCondition(condition: unknown): readonly Condition[] | null {
  if (Array.isArray(condition)) return readListed(condition);
  if (!isJsonObject(condition)) return null;
  const entries = Object.entries(condition);
  const isText = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string');
  return isText ? entries.map(([name, value]) => ({ kind: 'eq', field: name.toLowerCase(), value })) : null;
}

function readListed([kind, field, value]: readonly unknown[]): readonly Condition[] | null {
  if (typeof field !== 'string' || !field.startsWith('$')) return null;
  const name = field.slice(1).toLowerCase();
  if ((kind === 'eq' || kind === 'starts-with') && typeof value === 'string') return [{ kind, field: name, value }];
  if ((kind !== 'in' && kind !== 'not-in') || !Array.isArray(value)) return null;
  const values: readonly unknown[] = value;
  return values.every((text) => typeof text === 'string') ? [{ kind, field: name, values }] : null;
}

function invalidPolicy(reason: string): Refusal {
  return new Refusal({ status: 400, code: 'InvalidPolicyDocument', message: `Invalid Policy: ${reason}` });
}
