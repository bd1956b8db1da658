import OSS from 'ali-oss';
import type { PrincipalCredentials } from '../store-principals.ts';
import type { ServedStore } from './served-store.ts';

/** How ali-oss signs and addresses. */
export interface RequestStyle {
  readonly signature: 'v1' | 'v4';
  readonly addressing: 'path' | 'virtual';
}

export const requestStyles: readonly RequestStyle[] = [
  { signature: 'v1', addressing: 'path' },
  { signature: 'v1', addressing: 'virtual' },
  { signature: 'v4', addressing: 'path' },
  { signature: 'v4', addressing: 'virtual' },
];

/** A client of ali-oss for a store on loopback. */
export function aliOss(
  { port, region }: Pick<ServedStore, 'port' | 'region'>,
  { accessKeyId, accessKeySecret, securityToken }: PrincipalCredentials,
  { signature, addressing }: RequestStyle,
): OSS {
  return new OSS({
    // For an IP address, ali-oss sends BUCKET.oss-REGION.aliyuncs.com in Host; for a name it does not.
    endpoint: `http://${addressing === 'path' ? 'localhost' : '127.0.0.1'}:${port}`,
    region: `oss-${region}`,
    accessKeyId,
    accessKeySecret,
    ...(securityToken === undefined ? {} : { stsToken: securityToken, refreshSTSTokenInterval: 300_000 }),
    sldEnable: addressing === 'path',
    authorizationV4: signature === 'v4',
  });
}
