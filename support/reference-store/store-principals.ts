import { randomBytes } from 'node:crypto';
import { AccessKeys } from './authentication/access-keys.ts';
import type { AccessKey } from './authentication/access-keys.ts';
import type { Action, Principal } from './authorization/principal.ts';

/** The principals every store has. `delegate` is a sub-account of `owner`; `outsider` is another account. */
export type PrincipalName = 'owner' | 'delegate' | 'outsider';

const principalNames: readonly PrincipalName[] = ['owner', 'delegate', 'outsider'];

/** The keys a principal signs with. */
export interface PrincipalCredentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Present for temporary credentials. */
  readonly securityToken?: string;
}

const ownerAccount = '1000000000000001';
const outsiderAccount = '1000000000000002';

/** The account that a principal of the store belongs to. */
export function accountIdOf(name: PrincipalName): string {
  return name === 'outsider' ? outsiderAccount : ownerAccount;
}

/** `delegatedActions` are what the owner's policy lets the delegate do. */
export function principalNamed(name: PrincipalName, delegatedActions: readonly Action[] = []): Principal {
  switch (name) {
    case 'owner':
      return { kind: 'account', name, accountId: ownerAccount };
    case 'delegate':
      return { kind: 'ram-user', name, accountId: ownerAccount, allowedActions: delegatedActions };
    case 'outsider':
      return { kind: 'account', name, accountId: outsiderAccount };
  }
}

function createCredentials(): PrincipalCredentials {
  return { accessKeyId: `LTAI${randomText(10)}`, accessKeySecret: randomText(15) };
}

/** Creates random keys for the principals that are given none. */
export function createPrincipals(
  given: Partial<Record<PrincipalName, PrincipalCredentials>>,
  delegatedActions: readonly Action[] = [],
): {
  keys: AccessKeys;
  principals: Record<PrincipalName, PrincipalCredentials>;
} {
  const keys = new AccessKeys();
  const principals = {
    owner: given.owner ?? createCredentials(),
    delegate: given.delegate ?? createCredentials(),
    outsider: given.outsider ?? createCredentials(),
  };
  const never = new Date(8.64e15);
  for (const name of principalNames) addKey(keys, principalNamed(name, delegatedActions), principals[name], never);
  return { keys, principals };
}

/** Credentials as STS issues them: the token is base64, so it must be percent-encoded in a URL. */
export function createSessionCredentials(): Required<PrincipalCredentials> {
  const securityToken = `CAIS${randomBytes(50).toString('base64')}`;
  return { accessKeyId: `STS.${randomText(12)}`, accessKeySecret: randomText(15), securityToken };
}

export function addKey(
  keys: AccessKeys,
  principal: Principal,
  credentials: PrincipalCredentials,
  expiresAt: Date,
): void {
  const { accessKeyId, accessKeySecret, securityToken } = credentials;
  const session: AccessKey['session'] = securityToken === undefined ? null : { securityToken, expiresAt };
  keys.add({ accessKeyId, accessKeySecret, principal, session });
}

function randomText(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
