import { createHmac } from 'node:crypto';
import type { Credentials } from '../../client/credentials.ts';
import type { HeaderPair } from '../../client/request.ts';
import { isoBasicDate } from '../../client/signature/dates.ts';
import { scopeText, signingKey, type CredentialScope } from '../../client/signature/signing-key.ts';

/** The versions of the signature of a form. V4 has a scope; where it says nothing else, it names the day of the form. */
export type FormSignature =
  | { readonly version: 'v1' }
  | { readonly version: 'v4'; readonly scope: Partial<CredentialScope> & Pick<CredentialScope, 'region'> };

const hourMs = 3_600_000;

/** How the next form differs from what a good client posts; a scenario states it in advance. */
export class FormDraft {
  /** From now on, the policy is valid for so long. */
  validForMs = hourMs;
  /** Further conditions of the policy, as JSON values. */
  readonly conditions: unknown[] = [];
  /** Takes the place of the policy. */
  document: string | null = null;

  /** The form fields that sign a policy: its base64 form is the string to sign (PostObject, form fields). */
  signedFields(bucket: string, keys: Credentials, signature: FormSignature, now: Date): readonly HeaderPair[] {
    const { accessKeyId, accessKeySecret, securityToken } = keys;
    const token: readonly HeaderPair[] = securityToken === undefined ? [] : [['x-oss-security-token', securityToken]];
    if (signature.version === 'v1') {
      const policy = this.#policy(bucket, [], now);
      return [
        ['OSSAccessKeyId', accessKeyId],
        ...token,
        ['policy', policy],
        ['Signature', createHmac('sha1', accessKeySecret).update(policy).digest('base64')],
      ];
    }
    const date = isoBasicDate(now);
    const scope = { day: date.slice(0, 8), product: 'oss', terminator: 'aliyun_v4_request', ...signature.scope };
    const claims: readonly HeaderPair[] = [
      ['x-oss-signature-version', 'OSS4-HMAC-SHA256'],
      ['x-oss-credential', `${accessKeyId}/${scopeText(scope)}`],
      ['x-oss-date', date],
      ...token,
    ];
    const policy = this.#policy(bucket, claims, now);
    const { hmac } = signingKey(accessKeySecret, scope);
    return [...claims, ['policy', policy], ['x-oss-signature', hmac.of(policy)]];
  }

  #policy(bucket: string, claims: readonly HeaderPair[], now: Date): string {
    const expiration = new Date(now.getTime() + this.validForMs).toISOString();
    const conditions = [{ bucket }, ...claims.map(([name, value]) => ({ [name]: value })), ...this.conditions];
    return Buffer.from(this.document ?? JSON.stringify({ expiration, conditions })).toString('base64');
  }
}
