/** What a V4 signature is good for (AUTH-18). A scope that differs from the request's is itself a fault to test. */
export interface CredentialScope {
  /** `YYYYMMDD` */
  readonly day: string;
  /** The region id, `cn-hangzhou`, not the endpoint's prefix `oss-cn-hangzhou` (AUTH-29); for CloudBox its id. */
  readonly region: string;
  /** `oss`, or `oss-cloudbox` (AUTH-28). */
  readonly product: string;
  /** `aliyun_v4_request` */
  readonly terminator: string;
}

export function scopeText({ day, region, product, terminator }: CredentialScope): string {
  return `${day}/${region}/${product}/${terminator}`;
}
