import type { ValidateFunction } from 'ajv';
import { ajv, settingValues } from './setting-value.ts';
import { defaultLimits, keyedPrincipals } from './target.ts';
import type { TargetSettings } from './target-settings.ts';

const text = { type: 'string', pattern: '\\S', description: 'text, and not empty' };
// The upper bound prevents that a typing error hangs a run.
const milliseconds = { type: 'integer', minimum: 1, maximum: 600_000, description: 'a whole number from 1 to 600000' };

const { accessKeyId, accessKeySecret, securityToken } = settingValues;
const credentials = record({ accessKeyId, accessKeySecret, securityToken }, ['accessKeyId', 'accessKeySecret']);
const temporaryCredentials = { ...credentials, required: ['accessKeyId', 'accessKeySecret', 'securityToken'] };

const expectedDeviation = record(
  {
    clause: { type: 'string', pattern: '^[A-Z]+-\\d+$', description: 'the id of a clause, such as PBE-25' },
    scenario: text,
    observed: text,
    issue: text,
    until: { type: 'string', format: 'date', description: 'a day written as YYYY-MM-DD' },
  },
  ['clause', 'observed', 'issue', 'until'],
);

const schema = record(
  {
    name: { ...text, maxLength: 200, description: 'text of 1 to 200 characters' },
    endpoint: settingValues.endpoint,
    region: settingValues.region,
    addressing: settingValues.addressing,
    signature: settingValues.signature,
    capabilities: { type: 'array', items: settingValues.capability },
    principals: record(Object.fromEntries(keyedPrincipals.map((name) => [name, credentials])), ['owner']),
    sts: record({ valid: temporaryCredentials, expired: temporaryCredentials }, ['valid']),
    kms: record({ keyId: text, disabledKeyId: text, pendingDeletionKeyId: text, pendingImportKeyId: text }),
    atRest: record({ directory: text }, ['directory']),
    caFile: text,
    userAgent: settingValues.userAgent,
    expected: { type: 'array', items: expectedDeviation },
    limits: record({
      ...Object.fromEntries(Object.keys(defaultLimits).map((limit) => [limit, milliseconds])),
      // OSS allows an account 100 buckets in a region.
      liveBuckets: { type: 'integer', minimum: 1, maximum: 100, description: 'a whole number from 1 to 100' },
    }),
  },
  ['endpoint', 'principals'],
);

/**
 * Checks a target file; its `errors` lists the problems of the last one. Made when it is first needed, and then the same:
 * to make it takes longer than to read a file.
 */
export function targetFileCheck(): ValidateFunction<TargetSettings> {
  return ajv.compile<TargetSettings>(schema);
}

function record(properties: Readonly<Record<string, object>>, required: readonly string[] = []) {
  return { type: 'object', additionalProperties: false, properties, required };
}
