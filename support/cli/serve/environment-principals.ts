import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import type { PrincipalCredentials, PrincipalName } from '../../reference-store/store-principals.ts';

/** The prefix of a principal's variables; `run` reads the same three from the environment. */
const prefixes = {
  owner: 'OSS',
  delegate: 'OSS_DELEGATE',
  outsider: 'OSS_OUTSIDER',
} as const satisfies Partial<Record<PrincipalName, string>>;

/**
 * The keys in the environment for the principals of a served store, under the names that `run` reads too. Throws
 * ConfigurationError for half a pair, and for one key id with two principals.
 */
export function principalsIn(
  environment: Readonly<Record<string, string | undefined>>,
): Partial<Record<PrincipalName, PrincipalCredentials>> {
  const found: Partial<Record<PrincipalName, PrincipalCredentials>> = {};
  for (const name of ['owner', 'delegate', 'outsider'] as const) {
    const keys = keysIn(environment, prefixes[name]);
    if (keys === null) continue;
    const other = Object.entries(found).find(([, { accessKeyId }]) => accessKeyId === keys.accessKeyId);
    if (other !== undefined)
      throw new ConfigurationError(`${prefixes[name]}_ACCESS_KEY_ID is also the key id of the ${other[0]}`);
    found[name] = keys;
  }
  return found;
}

/** CI systems set a variable without a value to the empty string. */
function keysIn(
  environment: Readonly<Record<string, string | undefined>>,
  prefix: string,
): PrincipalCredentials | null {
  const [idName, secretName] = [`${prefix}_ACCESS_KEY_ID`, `${prefix}_ACCESS_KEY_SECRET`];
  const [accessKeyId = '', accessKeySecret = ''] = [environment[idName], environment[secretName]];
  if (accessKeyId === '' && accessKeySecret === '') return null;
  if (accessKeyId === '' || accessKeySecret === '')
    throw new ConfigurationError(`${accessKeyId === '' ? idName : secretName} is not set, and the other half of it is`);
  if (!/^[\w.-]{1,128}$/u.test(accessKeyId))
    throw new ConfigurationError(`${idName} takes up to 128 letters, digits, dots, hyphens and underscores`);
  return { accessKeyId, accessKeySecret };
}
