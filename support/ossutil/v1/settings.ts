import { isIP } from 'node:net';
import { homedir } from 'node:os';
import type { Credentials } from '../../client/credentials.ts';
import { parseEndpoint } from '../../client/endpoint.ts';
import type { Environment } from '../../harness/target/environment-reference.ts';
import { CommandFailure } from './command-failure.ts';
import type { CommandLine } from './command-line.ts';
import { readConfigurationFile, type ConfigurationFile } from './configuration-file.ts';
import type { TextOption } from './options.ts';

/** The command line, with the configuration file as fallback. */
export interface Options {
  readonly values: ReadonlyMap<TextOption, string>;
  readonly configuration: ConfigurationFile | null;
  readonly forcePathStyle: boolean;
  /** Whether the command line has `-e`, which the endpoints of single buckets do not override (CLI-19). */
  readonly endpointGiven: boolean;
}

/** How to reach a bucket, and with which keys. */
export interface Connection {
  /** `http(s)://host[:port]` */
  readonly endpoint: string;
  /** `cname`: the host names the bucket, which is signed and not in the path. */
  readonly style: 'path' | 'virtual' | 'cname';
  readonly credentials: Credentials;
  readonly signature: 'v1' | 'v4';
  /** '' for V1, which does not need it. */
  readonly region: string;
  readonly connectMs: number;
  readonly readMs: number;
}

/** The options by which a command line can do without a configuration file (CLI-21). */
const connecting = ['endpoint', 'accessKeyID', 'accessKeySecret', 'stsToken'] as const;

/** Reads the configuration file, if there is one, as fallback for the command line. Throws CommandFailure. */
export function optionsOf(line: CommandLine, environment: Environment): Options {
  const file = readFile(line, environment);
  const given = [...line.values].filter(([, value]) => value !== '');
  return {
    values: new Map([...(file?.values ?? []), ...given]),
    configuration: file,
    forcePathStyle: line.forcePathStyle,
    endpointGiven: given.some(([name]) => name === 'endpoint'),
  };
}

function readFile({ values }: CommandLine, environment: Environment): ConfigurationFile | null {
  const home = environment['HOME'] ?? homedir();
  const path = (values.get('configFile') || '~/.ossutilconfig').replace(/^~(?=\/)/, () => home);
  try {
    return readConfigurationFile(path);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (connecting.some((name) => (values.get(name) ?? '') !== '')) return null;
    throw new CommandFailure(
      `Read config file error: ${error.message}, please try "help config" to set configuration or use "--config-file" option`,
    );
  }
}

/** Checks in ossutil's order what a request to that bucket needs (CLI-22, CLI-23). Throws CommandFailure. */
export function connectionTo(bucket: string, options: Options): Connection {
  const { values } = options;
  const signature = signatureIn(values);
  const region = values.get('region') ?? '';
  if (signature === 'v4' && region === '')
    throw new CommandFailure('In the v4 signature scenario, please enter the region');
  const { endpoint, isCname } = endpointFor(bucket, options);
  const credentials = credentialsIn(endpoint, values);
  const url = /^https?:\/\//i.test(endpoint) ? endpoint : `http://${endpoint}`;
  return {
    endpoint: url,
    style: styleFor(url, isCname, options.forcePathStyle),
    credentials,
    signature,
    region,
    // CLI-25
    connectMs: milliseconds('connectTimeout', values, 120),
    readMs: milliseconds('readTimeout', values, 1200),
  };
}

function signatureIn(values: Options['values']): 'v1' | 'v4' {
  const given = (values.get('signVersion') || 'v1').toLowerCase();
  if (given === 'v1' || given === 'v4') return given;
  throw new CommandFailure('--sign-version must be v1 or v4');
}

function endpointFor(
  bucket: string,
  { values, configuration, endpointGiven }: Options,
): { readonly endpoint: string; readonly isCname: boolean } {
  const cname = endpointGiven ? undefined : configuration?.cnames.get(bucket);
  if (cname !== undefined) return { endpoint: cname, isCname: true };
  const own = endpointGiven ? undefined : configuration?.endpoints.get(bucket);
  return { endpoint: own ?? values.get('endpoint') ?? '', isCname: false };
}

function credentialsIn(endpoint: string, values: Options['values']): Credentials {
  const accessKeyId = values.get('accessKeyID') ?? '';
  const accessKeySecret = values.get('accessKeySecret') ?? '';
  const securityToken = values.get('stsToken') ?? '';
  if (accessKeyId === '') throw new CommandFailure('accessKeyID and ecsUrl are both empty');
  requirePresent('endpoint', endpoint);
  requirePresent('accessKeyID', accessKeyId);
  requirePresent('accessKeySecret', accessKeySecret);
  requireHeaderText('accessKeyID', accessKeyId);
  requireHeaderText('stsToken', securityToken);
  return { accessKeyId, accessKeySecret, ...(securityToken === '' ? {} : { securityToken }) };
}

function requirePresent(name: string, value: string): void {
  if (value.trim() === '') throw new CommandFailure(`invalid ${name}, ${name} is empty, please check your config`);
}

/** A value that goes into a header verbatim must not start another one. */
function requireHeaderText(name: string, value: string): void {
  if (!/^[\x21-\x7e]*$/.test(value))
    throw new CommandFailure(`invalid ${name}, ${name} holds a space or a character that no key has`);
}

/** Section 12.1: the bucket never precedes an IP address. */
function styleFor(endpoint: string, isCname: boolean, forcePathStyle: boolean): Connection['style'] {
  const { hostname } = new URL(parseEndpoint(endpoint).origin);
  if (isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0) return 'path';
  if (isCname) return 'cname';
  return forcePathStyle ? 'path' : 'virtual';
}

/** The longest time for a timer; with a longer one it would fire at once. */
const longestSeconds = 2_147_483;

function milliseconds(name: 'connectTimeout' | 'readTimeout', values: Options['values'], otherwise: number): number {
  const given = values.get(name) || String(otherwise);
  const problem = /^\d+$/.test(given) ? 'is smaller than the min value range: 1' : 'is not int64, please check';
  if (!/^\d+$/.test(given) || Number(given) === 0)
    throw new CommandFailure(`invalid option value of ${name}, the value: ${given} ${problem}`);
  return Math.min(Number(given), longestSeconds) * 1000;
}
