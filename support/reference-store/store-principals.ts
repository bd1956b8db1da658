import { randomBytes } from 'node:crypto';
import { AccessKeys } from './authentication/access-keys.ts';
import type { AccessKey } from './authentication/access-keys.ts';
import type { Action, Principal } from './authorization/principal.ts';

/**
 * The principals every store has. `outsider` is another account. The others are sub-accounts of `owner`: `delegate` has
 * all the rights that the owner's policy gives, `reader`, `writer` and `deleter` one kind of them, `unprivileged` none.
 */
const principalNames = ['owner', 'delegate', 'outsider', 'reader', 'writer', 'deleter', 'unprivileged'] as const;
export type PrincipalName = (typeof principalNames)[number];

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

/** `delegatedActions` are the actions that the owner's policy allows the delegate. */
export function principalNamed(name: PrincipalName, delegatedActions: readonly Action[] = []): Principal {
  switch (name) {
    case 'owner':
      return { kind: 'account', name, accountId: ownerAccount };
    case 'outsider':
      return { kind: 'account', name, accountId: outsiderAccount };
    case 'delegate':
      return subAccount(name, delegatedActions);
    case 'reader':
      return subAccount(name, thoseThat(['Get', 'List'], delegatedActions));
    case 'writer':
      return subAccount(name, thoseThat(['Put'], delegatedActions));
    case 'deleter':
      return subAccount(name, thoseThat(['Delete', 'Abort'], delegatedActions));
    case 'unprivileged':
      return subAccount(name, []);
  }
}

function subAccount(name: PrincipalName, allowedActions: readonly Action[]): Principal {
  return { kind: 'ram-user', name, accountId: ownerAccount, allowedActions };
}

function thoseThat(verbs: readonly string[], actions: readonly Action[]): readonly Action[] {
  return actions.filter((action) => verbs.some((verb) => action.startsWith(`oss:${verb}`)));
}

function createCredentials(): PrincipalCredentials {
  return { accessKeyId: `LTAI${randomText(10)}`, accessKeySecret: randomText(15) };
}

/** Creates random keys for the principals without given ones. */
export function createPrincipals(
  given: Partial<Record<PrincipalName, PrincipalCredentials>>,
  delegatedActions: readonly Action[] = [],
): {
  keys: AccessKeys;
  principals: Record<PrincipalName, PrincipalCredentials>;
} {
  const keys = new AccessKeys();
  const issued = (name: PrincipalName): PrincipalCredentials => given[name] ?? createCredentials();
  const principals = {
    owner: issued('owner'),
    delegate: issued('delegate'),
    outsider: issued('outsider'),
    reader: issued('reader'),
    writer: issued('writer'),
    deleter: issued('deleter'),
    unprivileged: issued('unprivileged'),
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
