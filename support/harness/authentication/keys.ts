import { withExtraHeader, withExtraQueryParameter } from '../../client/alteration.ts';
import type { Credentials } from '../../client/credentials.ts';
import type { WireRequest } from '../../client/request.ts';
import { Untested } from '../verdict/finding.ts';
import type { Target, TemporaryCredentials } from '../target/target.ts';
import type { RequestVariations } from './variation.ts';

/** The keys that sign a request, and the token of temporary ones. */
export const keys = {
  'secret is wrong': (draft) =>
    draft.signAs((own) => ({ ...own, accessKeySecret: `${own.accessKeySecret.slice(1)}${own.accessKeySecret[0]}0` })),
  'secret has its case swapped': (draft) =>
    draft.signAs((own) => ({ ...own, accessKeySecret: otherCase(own.accessKeySecret, 'secret') })),
  'access key id has its case swapped': (draft) =>
    draft.signAs((own) => ({ ...own, accessKeyId: otherCase(own.accessKeyId, 'access key id') })),

  'keys are temporary': (draft, target) => draft.signAs(() => temporaryKeys(target).valid),
  'temporary keys have expired': (draft, target) => draft.signAs(() => expiredKeys(target)),
  'token was never issued': (draft, target) =>
    draft.signAs(() => ({ ...temporaryKeys(target).valid, securityToken: 'CAISnobodyIssuedThisToken' })),
  'token belongs to other keys': (draft, target) =>
    draft.signAs(({ accessKeyId, accessKeySecret }) => ({
      accessKeyId,
      accessKeySecret,
      ...tokenOf(temporaryKeys(target).valid),
    })),
  'temporary keys have the token of other keys': (draft, target) =>
    draft.signAs(() => ({ ...temporaryKeys(target).valid, ...tokenOf(expiredKeys(target)) })),
  'token is added after signing': (draft, target) => {
    const { securityToken = '', ...longTerm } = temporaryKeys(target).valid;
    draft.signAs(() => longTerm);
    draft.send({ finish: (wire) => withToken(wire, securityToken) });
  },
  'temporary keys lack their token': (draft, target) => {
    const { securityToken: _left, ...keysAlone } = temporaryKeys(target).valid;
    draft.signAs(() => keysAlone);
  },
} satisfies RequestVariations;

/** AUTH-34: where the signature is, there the token is, too. */
function withToken(wire: WireRequest, token: string): WireRequest {
  if (wire.path.includes('x-oss-signature=')) return withExtraQueryParameter('x-oss-security-token', token)(wire);
  if (wire.path.includes('Signature=')) return withExtraQueryParameter('security-token', token)(wire);
  return withExtraHeader('x-oss-security-token', token)(wire);
}

function temporaryKeys({ sts }: Target): TemporaryCredentials {
  if (sts === null) throw new Untested('this run was given no temporary keys of the owner');
  return sts;
}

function expiredKeys(target: Target): Credentials {
  const { expired } = temporaryKeys(target);
  if (expired === null) throw new Untested('this run was given no temporary keys that have expired');
  return expired;
}

function tokenOf({ securityToken }: Credentials): Pick<Credentials, 'securityToken'> {
  return securityToken === undefined ? {} : { securityToken };
}

/** Throws Untested for a text without letters, which has no upper or lower case. */
function otherCase(text: string, what: string): string {
  const other = text.replaceAll(/[a-z]|[A-Z]/gu, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
  if (other === text) throw new Untested(`the owner's ${what} has no letters that could be in another case`);
  return other;
}
