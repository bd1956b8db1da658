import { Ajv } from 'ajv';
import { ConfigurationError } from './configuration-error.ts';
import { endpointProblem } from './endpoint-text.ts';
import { problemOf } from './schema-problem.ts';
import { capabilities, type Addressing, type Capability, type SignatureVersion } from './target.ts';

/** The values of a target's settings as text: from its file, a flag or the environment. */
interface SettingValues {
  readonly endpoint: string;
  readonly region: string;
  readonly addressing: Addressing;
  readonly signature: SignatureVersion;
  readonly capability: Capability;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string;
  readonly userAgent: string;
}

// For a header or a query, which allow neither spaces nor control characters.
const token = { type: 'string', pattern: '^[!-~]+$', description: 'printable ASCII without spaces, as text' };

/** In errors, `title` names a word of a closed vocabulary, and `description` says what a value must be. */
export const settingValues = {
  endpoint: { type: 'string', format: 'endpoint' },
  region: {
    type: 'string',
    pattern: '^(?!oss-)[a-z0-9][a-z0-9-]{0,62}$',
    // AUTH-29: the signature names the region id, not the prefix of the endpoint's host.
    description: 'a region id such as cn-hangzhou, without "oss-"',
  },
  addressing: { type: 'string', enum: ['path', 'virtual'], title: 'addressing style' },
  signature: { type: 'string', enum: ['v1', 'v4'], title: 'signature version' },
  capability: { type: 'string', enum: capabilities, title: 'capability' },
  accessKeyId: token,
  accessKeySecret: { type: 'string', pattern: '^\\S(.*\\S)?$', description: 'text without spaces around it' },
  securityToken: token,
  userAgent: {
    type: 'string',
    pattern: '^[!-~]([ -~]{0,253}[!-~])?$',
    description: 'printable ASCII of 1 to 255 characters, without spaces around it',
  },
} satisfies Record<keyof SettingValues, object>;

/** Reports all errors, each with its schema, which `problemOf` reads. */
export const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  validateSchema: false,
  meta: false,
  formats: { endpoint: (value: string) => endpointProblem(value) === null, date: isDay },
});

/** The validated value. `from` is the source that a ConfigurationError names, e.g. `--region`. */
export function settingValue<Name extends keyof SettingValues>(
  name: Name,
  value: unknown,
  from: string,
): SettingValues[Name] {
  const isValue = ajv.compile<SettingValues[Name]>(settingValues[name]);
  if (isValue(value)) return value;
  const [error] = isValue.errors ?? [];
  throw new ConfigurationError(`${from} ${error === undefined ? 'is wrong' : problemOf(error)}`);
}

/** A day that exists: not 2027-02-30. */
function isDay(value: string): boolean {
  const day = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
