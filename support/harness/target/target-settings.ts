import { X509Certificate } from 'node:crypto';
import type { Credentials } from '../../client/credentials.ts';
import { parseEndpoint } from '../../client/endpoint.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { YamlPath } from './located-yaml.ts';
import {
  capabilities,
  defaultLimits,
  type Addressing,
  type Capability,
  type KeyedPrincipal,
  type KmsKeys,
  type SignatureVersion,
  type Target,
  type TargetLimits,
} from './target.ts';
import { readTextFile } from './text-file.ts';
import type { ExpectedDeviation } from '../verdict/expected-deviation.ts';

/** The given settings of a target, from a file or flags; the others have defaults. */
export interface TargetSettings {
  /** Default: the endpoint's host and port. */
  readonly name?: string;
  readonly endpoint: string;
  /** Default: the region in the endpoint's name. */
  readonly region?: string;
  /** Default: virtual-hosted style where OSS itself answers (AUTH-44), path style elsewhere. */
  readonly addressing?: Addressing;
  /** Default: v4. */
  readonly signature?: SignatureVersion;
  /** Default: all, and at OSS itself all but v1. A list declares everything else absent, except the version that `signature` names. */
  readonly capabilities?: readonly Capability[];
  readonly principals: { readonly owner: Credentials } & Partial<Record<KeyedPrincipal, Credentials>>;
  readonly sts?: { readonly valid: Credentials; readonly expired?: Credentials };
  readonly kms?: { readonly [Key in keyof KmsKeys]?: string };
  readonly atRest?: { readonly directory: string };
  readonly expected?: readonly ExpectedDeviation[];
  readonly limits?: Partial<TargetLimits>;
  /** A file of PEM certificates. */
  readonly caFile?: string;
  readonly userAgent?: string;
}

/** The source of the settings, for errors. */
export interface SettingsSource {
  /** E.g. `acme.yaml` or `--endpoint`. */
  readonly name: string;
  /** How a region can be given, e.g. `--region`. */
  readonly regionBy: string;
  /** Where a setting is written, e.g. `acme.yaml:7`; absent for settings that are in no file. */
  readonly placeOf?: (path: YamlPath) => string;
}

/** Fills in the defaults. Throws ConfigurationError if a setting without a default is missing. */
export function targetFrom(settings: TargetSettings, source: SettingsSource): Target {
  const { origin, host } = parseEndpoint(settings.endpoint);
  const signature = settings.signature ?? 'v4';
  const declared = declaredCapabilities(settings.capabilities ?? capabilitiesAt(host), signature);
  const addressing = settings.addressing ?? (isOss(host) ? 'virtual' : 'path');
  // A bucket's name cannot precede an address in brackets.
  if (addressing === 'virtual' && host.startsWith('['))
    throw new ConfigurationError(`${source.name}: virtual-hosted addressing needs a host name or an IPv4 address`);
  const region = settings.region ?? regionInEndpoint(host);
  // V4 signatures name the region (AUTH-18); V1 has no use for it.
  if (region === null && declared.includes('v4'))
    throw new ConfigurationError(
      `${source.name}: the region is missing, and the endpoint does not contain it; give ${source.regionBy}`,
    );
  return {
    name: settings.name ?? host,
    kind: 'endpoint',
    endpoint: origin,
    region: region ?? '',
    addressing,
    signature,
    capabilities: declared,
    principals: settings.principals,
    sts: settings.sts === undefined ? null : { valid: settings.sts.valid, expired: settings.sts.expired ?? null },
    kms: settings.kms === undefined ? null : { ...noKmsKeys, ...settings.kms },
    atRest: settings.atRest ?? null,
    expected: settings.expected ?? [],
    limits: {
      ...defaultLimits,
      ...(isThisMachine(host) ? {} : { readAfterWriteMs: farReadAfterWriteMs }),
      ...settings.limits,
    },
    ca: settings.caFile === undefined ? null : readCertificates(settings.caFile, source),
    userAgent: settings.userAgent ?? null,
  };
}

/** Enough for some hundred certificates. */
const maxCertificateBytes = 1024 * 1024;

/** Throws ConfigurationError that says where the path of the certificates is written, and what is wrong with them. */
function readCertificates(path: string, source: SettingsSource): string {
  try {
    const pem = readTextFile(path, maxCertificateBytes);
    if (isCertificate(pem)) return pem;
    throw new ConfigurationError(`${path} does not hold PEM certificates`);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const place = source.placeOf?.(['caFile']) ?? source.name;
    throw new ConfigurationError(`${place}: "caFile": ${error.message}`);
  }
}

/** The first certificate is parsed; TLS parses the others. */
function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== '';
  } catch {
    return false;
  }
}

const noKmsKeys: KmsKeys = { keyId: null, disabledKeyId: null, pendingDeletionKeyId: null, pendingImportKeyId: null };

/**
 * In the order of the vocabulary. Always includes the target's own signature version, and `encryption` if an algorithm
 * is declared.
 */
function declaredCapabilities(declared: readonly Capability[], signature: SignatureVersion): readonly Capability[] {
  const encrypts = declared.some((capability) => capability === 'kms' || capability === 'sm4');
  const all = new Set<Capability>([...declared, signature, ...(encrypts ? (['encryption'] as const) : [])]);
  return capabilities.filter((capability) => all.has(capability));
}

/** The region id that a public or internal OSS host name holds: the part behind `oss-` (AUTH-29). */
function regionInEndpoint(host: string): string | null {
  const region = /^oss-([a-z0-9-]+?)(?:-internal)?\.aliyuncs\.com(?::\d+)?$/.exec(host)?.[1];
  // Host names of transfer acceleration look the same but name no region.
  return region === undefined || region.startsWith('accelerate') ? null : region;
}

/** OSS closes V1 for accounts of 2025-03 and later and for buckets of 2025-09 and later (EC 0002-00000080). */
function capabilitiesAt(host: string): readonly Capability[] {
  return isOss(host) ? capabilities.filter((capability) => capability !== 'v1') : capabilities;
}

/** The live tests of the SDKs wait up to five seconds after a write. */
const farReadAfterWriteMs = 10_000;

function isThisMachine(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(host);
}

function isOss(host: string): boolean {
  return /(?:^|\.)aliyuncs\.com(?::\d+)?$/.test(host);
}
