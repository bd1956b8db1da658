import type { Credentials } from '../../client/credentials.ts';
import { OssutilScenario } from './ossutil-scenario.ts';
import type { OssWorld } from '../../harness/world/world.ts';

/** The endpoint and keys for a program: those of the target or of the mock store, which checks no keys. */
export interface ProgramConnection {
  readonly endpoint: string;
  readonly credentials: Credentials;
  readonly region: string;
}

/** Where the scenario's program connects to, and with which keys. */
export function connectionOf(world: OssWorld): ProgramConnection {
  const { target } = world;
  const { mockStore } = world.part(OssutilScenario);
  if (mockStore === null)
    return { endpoint: target.endpoint, credentials: target.principals.owner, region: target.region };
  return {
    endpoint: `http://127.0.0.1:${mockStore.port}`,
    credentials: { accessKeyId: 'AKIDEXAMPLE', accessKeySecret: 'SKEXAMPLE' },
    region: 'cn-hangzhou',
  };
}

/** Replaces the placeholders of features (ENDPOINT, examplebucket, …) with their values in this run. */
export function withValues(world: OssWorld, text: string): string {
  const { endpoint, credentials, region } = connectionOf(world);
  return text.replaceAll(
    /\b(?:ENDPOINT|HOST_NAME_ENDPOINT|ACCESS_KEY_ID|ACCESS_KEY_SECRET|REGION|KMS_KEY_ID|examplebucket)\b/g,
    (word) => {
      switch (word) {
        case 'ENDPOINT':
          return endpoint;
        case 'HOST_NAME_ENDPOINT':
          return endpoint.replace('127.0.0.1', 'localhost');
        case 'ACCESS_KEY_ID':
          return credentials.accessKeyId;
        case 'ACCESS_KEY_SECRET':
          return credentials.accessKeySecret;
        case 'REGION':
          return region;
        case 'KMS_KEY_ID':
          return world.kmsKey('keyId');
        default:
          return bucketName(world);
      }
    },
  );
}

/**
 * A program's output without the parts that differ from run to run: bucket name, address, duration and, from a real
 * store, request id.
 */
export function normalized(world: OssWorld, printed: string): string {
  const { endpoint } = connectionOf(world);
  const steady = printed
    .replaceAll(endpoint, 'ENDPOINT')
    .replaceAll(bucketName(world), 'examplebucket')
    .replaceAll(/^\d+\.\d{6}(?=\(s\) elapsed$)/gm, '0.000000');
  return world.part(OssutilScenario).mockStore === null
    ? steady.replaceAll(/RequestId=[\w-]*/g, 'RequestId=…')
    : steady;
}

/** A mock store has no buckets; it gets the documentation's name. */
function bucketName(world: OssWorld): string {
  return world.part(OssutilScenario).mockStore === null ? world.bucket.name : 'examplebucket';
}
