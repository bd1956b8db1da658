/** A RAM action, e.g. `oss:PutBucketEncryption`. */
export type Action = `oss:${string}`;

/** Who makes a request. */
export type Principal =
  | { readonly kind: 'anonymous' }
  /** An Alibaba Cloud account: may do everything with its own buckets. */
  | { readonly kind: 'account'; readonly name: string; readonly accountId: string }
  /** A sub-account: may do with its account's buckets what its policy allows. */
  | {
      readonly kind: 'ram-user';
      readonly name: string;
      readonly accountId: string;
      readonly allowedActions: readonly Action[];
    };

export const anonymous: Principal = { kind: 'anonymous' };

/** For logs. */
export function principalName(principal: Principal): string {
  return principal.kind === 'anonymous' ? 'anonymous' : principal.name;
}
