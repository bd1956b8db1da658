import { isIP } from 'node:net';
import type { EncryptionAct, EncryptionClient } from './encryption-client.ts';
import { proxyOf } from '../../target/target-proxy.ts';
import type { Target } from '../../target/target.ts';

/** The part of ali-oss 6.23.0 that is called. The package has no types. */
interface Sdk {
  putBucketEncryption(bucket: string, rule: { readonly SSEAlgorithm: string }): Promise<unknown>;
  getBucketEncryption(bucket: string): Promise<{ readonly encryption?: Readonly<Record<string, unknown>> }>;
  deleteBucketEncryption(bucket: string): Promise<unknown>;
}

type SdkConstructor = new (options: Readonly<Record<string, unknown>>) => Sdk;

/** A development dependency, so it may be missing. */
const packageName: string = 'ali-oss';

/** The official Node.js SDK; `null` where it is not installed, or cannot address the target. */
export async function sdkPath(target: Target): Promise<EncryptionClient | null> {
  const endpoint = sdkEndpoint(target);
  const constructor = endpoint === null ? null : await loadSdk();
  if (endpoint === null || constructor === null) return null;
  const { accessKeyId, accessKeySecret, securityToken } = target.principals.owner;
  const sdk = new constructor({
    endpoint,
    region: `oss-${target.region}`,
    accessKeyId,
    accessKeySecret,
    ...(securityToken === undefined ? {} : { stsToken: securityToken }),
    sldEnable: target.addressing === 'path',
    authorizationV4: target.signature === 'v4',
    timeout: target.limits.answerMs,
  });
  return { name: packageName, carryOut: (act, bucket) => outcomeOf(() => carryOut(sdk, act, bucket)) };
}

async function carryOut(sdk: Sdk, act: EncryptionAct, bucket: string): Promise<string> {
  switch (act.what) {
    case 'set':
      await sdk.putBucketEncryption(bucket, { SSEAlgorithm: act.algorithm });
      return 'done';
    case 'delete':
      await sdk.deleteBucketEncryption(bucket);
      return 'done';
    case 'read': {
      const { encryption } = await sdk.getBucketEncryption(bucket);
      return encryption === undefined ? 'a success without a rule' : String(encryption['SSEAlgorithm']);
    }
  }
}

/** Its errors contain the code of the store's document; the rest contains ids. */
async function outcomeOf(call: () => Promise<string>): Promise<string> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Error)) return 'failed';
    if ('code' in error && typeof error.code === 'string' && /^\w+$/.test(error.code))
      return `refused as ${error.code}`;
    return 'status' in error && typeof error.status === 'number' ? `failed on the status ${error.status}` : 'failed';
  }
}

async function loadSdk(): Promise<SdkConstructor | null> {
  try {
    // The exports of the package are declared above.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return ((await import(packageName)) as { default: SdkConstructor }).default;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/**
 * For an IP address, the SDK sends a host name of OSS in Host, which a store with path-style addressing takes for
 * another bucket; `localhost` replaces 127.0.0.1. The SDK does not parse IPv6 endpoints, and supports neither the
 * target's proxy nor its CA.
 */
function sdkEndpoint(target: Target): string | null {
  const { endpoint, addressing, ca } = target;
  const { hostname } = new URL(endpoint);
  if (hostname.startsWith('[') || ca !== null || proxyOf(target, process.env) !== null) return null;
  if (addressing === 'virtual' || isIP(hostname) === 0) return endpoint;
  return hostname === '127.0.0.1' ? endpoint.replace('127.0.0.1', 'localhost') : null;
}
