import { fileURLToPath } from 'node:url';
import type { Credentials } from '../../client/credentials.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { Environment } from './environment-reference.ts';
import { nearest } from './nearest.ts';
import { settingValue } from './setting-value.ts';
import { readTargetSettings, targetFileSource } from './target-file.ts';
import { targetFrom, type SettingsSource, type TargetSettings } from './target-settings.ts';
import type { Addressing, Capability, SignatureVersion, Target } from './target.ts';

/** The flags that choose the target, as text. They override the target file. */
export interface TargetFlags {
  /** `reference`, `recordings`, `endpoint` (the one in `OSS_ENDPOINT`), or the path of a target file. */
  readonly target?: string | undefined;
  /** Replaces the endpoint of the target file; without a file, the keys are those in the environment. */
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  readonly addressing?: string | undefined;
  readonly signature?: string | undefined;
  /** Capabilities to declare absent, separated by commas. */
  readonly without?: string | undefined;
}

/** How to send requests to a store that the run starts. */
export interface StoreRequestStyle {
  readonly region: string;
  readonly addressing: Addressing;
  readonly signature: SignatureVersion;
  readonly without: readonly Capability[];
}

/** The chosen target. The run itself starts the reference store or opens the recordings. */
export type TargetChoice =
  | ({ readonly kind: 'reference' } & StoreRequestStyle)
  | ({ readonly kind: 'recordings'; readonly directory: string } & StoreRequestStyle)
  | { readonly kind: 'endpoint'; readonly target: Target };

/**
 * Chooses the target. It is the reference store unless a flag says otherwise: `OSS_ENDPOINT` and keys that happen
 * to be in the environment never make a run touch an account. Secrets come from the environment or a file's
 * references, never from flags. Throws ConfigurationError.
 */
export function chooseTarget(flags: TargetFlags, environment: Environment): TargetChoice {
  const chosen = checkedFlags(flags);
  switch (flags.target) {
    case 'reference':
    case 'recordings':
      if (chosen.endpoint !== undefined)
        throw new ConfigurationError(`--endpoint contradicts --target ${flags.target}`);
      return flags.target === 'reference'
        ? { kind: 'reference', ...storeManner(chosen) }
        : { kind: 'recordings', directory: recordingsDirectory, ...storeManner(chosen) };
    case '':
      throw new ConfigurationError('--target needs a value: reference, recordings, endpoint or the path of a file');
    case undefined:
      if (chosen.endpoint === undefined) return { kind: 'reference', ...storeManner(chosen) };
      return endpointChoice(environmentSettings(chosen.endpoint, environment), chosen, {
        name: '--endpoint',
        regionBy: '--region or OSS_REGION',
      });
    case 'endpoint': {
      const endpoint = chosen.endpoint ?? endpointInEnvironment(environment);
      return endpointChoice(environmentSettings(endpoint, environment), chosen, {
        name: '--target endpoint',
        regionBy: '--region or OSS_REGION',
      });
    }
    default: {
      const source = targetFileSource(flags.target);
      return endpointChoice(settingsInFile(flags.target, environment), chosen, source);
    }
  }
}

/** The recordings are next to the code that replays them. */
const recordingsDirectory = fileURLToPath(new URL('../../recordings/', import.meta.url));

type CheckedFlags = Pick<TargetSettings, 'region' | 'addressing' | 'signature'> & {
  readonly endpoint?: string;
  readonly without: readonly Capability[];
};

function checkedFlags({ endpoint, region, addressing, signature, without }: TargetFlags): CheckedFlags {
  return {
    ...(endpoint !== undefined && { endpoint: settingValue('endpoint', endpoint, '--endpoint') }),
    ...(region !== undefined && { region: settingValue('region', region, '--region') }),
    ...(addressing !== undefined && { addressing: settingValue('addressing', addressing, '--addressing') }),
    ...(signature !== undefined && { signature: settingValue('signature', signature, '--signature') }),
    without: (without?.split(',') ?? []).map((word) => settingValue('capability', word.trim(), '--without')),
  };
}

function storeManner({
  region = 'cn-hangzhou',
  addressing = 'path',
  signature = 'v4',
  without,
}: CheckedFlags): StoreRequestStyle {
  requireSpoken(signature, without);
  return { region, addressing, signature, without };
}

function endpointChoice(
  settings: TargetSettings,
  { without, ...overriding }: CheckedFlags,
  source: SettingsSource,
): TargetChoice {
  const target = targetFrom({ ...settings, ...overriding }, source);
  requireSpoken(target.signature, without);
  const kept = target.capabilities.filter((capability) => !without.includes(capability));
  return { kind: 'endpoint', target: { ...target, capabilities: kept } };
}

/** A target cannot lack the signature version of all its requests. */
function requireSpoken(signature: SignatureVersion, without: readonly Capability[]): void {
  if (without.includes(signature))
    throw new ConfigurationError(
      `--without ${signature} contradicts the signature version ${signature}; give --signature ${signature === 'v1' ? 'v4' : 'v1'} too`,
    );
}

function settingsInFile(path: string, environment: Environment): TargetSettings {
  try {
    return readTargetSettings(path, environment);
  } catch (error) {
    const meant = nearest(path, ['reference', 'recordings', 'endpoint']);
    if (meant === null || !(error instanceof ConfigurationError)) throw error;
    throw new ConfigurationError(`--target ${error.message}; did you mean --target ${meant}?`);
  }
}

function endpointInEnvironment(environment: Environment): string {
  const endpoint = valueIn(environment, 'OSS_ENDPOINT');
  if (endpoint === null)
    throw new ConfigurationError('--target endpoint needs the environment variable OSS_ENDPOINT, or give --endpoint');
  return settingValue('endpoint', endpoint, 'OSS_ENDPOINT');
}

/** A target that only the environment describes. */
function environmentSettings(endpoint: string, environment: Environment): TargetSettings {
  const owner = keysIn(environment, 'OSS');
  const delegate = keysIn(environment, 'OSS_DELEGATE');
  const outsider = keysIn(environment, 'OSS_OUTSIDER');
  const region = valueIn(environment, 'OSS_REGION');
  if (owner === null) throw missingVariables(['OSS_ACCESS_KEY_ID', 'OSS_ACCESS_KEY_SECRET']);
  return {
    endpoint,
    ...(region !== null && { region: settingValue('region', region, 'OSS_REGION') }),
    principals: { owner, ...(delegate !== null && { delegate }), ...(outsider !== null && { outsider }) },
  };
}

/** The keys of a principal; `null` if there are none. An incomplete set is a mistake. */
function keysIn(environment: Environment, prefix: string): Credentials | null {
  const names = {
    id: `${prefix}_ACCESS_KEY_ID`,
    secret: `${prefix}_ACCESS_KEY_SECRET`,
    token: `${prefix}_SESSION_TOKEN`,
  };
  const id = valueIn(environment, names.id);
  const secret = valueIn(environment, names.secret);
  const token = valueIn(environment, names.token);
  if (id === null && secret === null && token === null) return null;
  if (id === null || secret === null)
    throw missingVariables([...(id === null ? [names.id] : []), ...(secret === null ? [names.secret] : [])]);
  return {
    accessKeyId: settingValue('accessKeyId', id, names.id),
    accessKeySecret: settingValue('accessKeySecret', secret, names.secret),
    ...(token !== null && { securityToken: settingValue('securityToken', token, names.token) }),
  };
}

function missingVariables(names: readonly string[]): ConfigurationError {
  const are = names.length === 1 ? 'is' : 'are';
  return new ConfigurationError(
    `${names.join(' and ')} ${are} not set; an endpoint needs keys in the environment, or give --target FILE`,
  );
}

/** CI systems set a variable without a value to the empty string. */
function valueIn(environment: Environment, name: string): string | null {
  const value = environment[name];
  return value === undefined || value === '' ? null : value;
}
