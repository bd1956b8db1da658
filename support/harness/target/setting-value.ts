import { Ajv } from 'ajv';
import { ConfigurationError } from './configuration-error.ts';
import { endpointProblem } from './endpoint-text.ts';
import { problemOf } from './schema-problem.ts';
import { capabilities, type Addressing, type Capability, type SignatureVersion } from './target.ts';

/** The values that a person gives of a target, as text: in its file, as a flag or in the environment. */
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

// Goes into a header or a query, where neither spaces nor control characters can be sent.
const token = { type: 'string', pattern: '^[!-~]+$', description: 'printable ASCII without spaces, as text' };

/** `title` is what errors call a word of a closed vocabulary, `description` what they say a value must be. */
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

/** All of ajv's errors, each with the schema it comes from, which `problemOf` reads. */
export const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  validateSchema: false,
  meta: false,
  formats: { endpoint: (value: string) => endpointProblem(value) === null, date: isDay },
});

/** The value, known to be one. `from` is how the ConfigurationError calls its source, e.g. `--region`. */
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

/** A day that the calendar has: not 2027-02-30. */
function isDay(value: string): boolean {
  const day = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
