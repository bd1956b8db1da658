import type { Credentials } from '../../client/credentials.ts';
import { OssutilScene } from './scene.ts';
import type { OssWorld } from '../../harness/world/world.ts';

/** What a program is given to connect with: the target's, or the stand-in's with keys that open nothing. */
export interface ProgramConnection {
  readonly endpoint: string;
  readonly credentials: Credentials;
  readonly region: string;
}

/** Where the program of the scenario is to connect to, and as whom. */
export function connectionOf(world: OssWorld): ProgramConnection {
  const { target } = world;
  const { mockStore } = world.part(OssutilScene);
  if (mockStore === null)
    return { endpoint: target.endpoint, credentials: target.principals.owner, region: target.region };
  return {
    endpoint: `http://127.0.0.1:${mockStore.port}`,
    credentials: { accessKeyId: 'AKIDEXAMPLE', accessKeySecret: 'SKEXAMPLE' },
    region: 'cn-hangzhou',
  };
}

/** Puts what they stand for in the place of the words that features have for what differs from run to run. */
export function filledIn(world: OssWorld, text: string): string {
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
 * What a program printed in words that are the same in every run: no bucket's name, no address, no duration and,
 * where a store gave it, no request id.
 */
export function steadied(world: OssWorld, printed: string): string {
  const { endpoint } = connectionOf(world);
  const steady = printed
    .replaceAll(endpoint, 'ENDPOINT')
    .replaceAll(bucketName(world), 'examplebucket')
    .replaceAll(/^\d+\.\d{6}(?=\(s\) elapsed$)/gm, '0.000000');
  return world.part(OssutilScene).mockStore === null ? steady.replaceAll(/RequestId=[\w-]*/g, 'RequestId=…') : steady;
}

/** A stand-in has no buckets, and so the documentation's name is as good as any. */
function bucketName(world: OssWorld): string {
  return world.part(OssutilScene).mockStore === null ? world.bucket.name : 'examplebucket';
}
