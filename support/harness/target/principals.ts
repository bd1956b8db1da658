import type { Credentials } from '../../client/credentials.ts';
import type { Exchange } from '../../client/exchange.ts';
import { headerValue } from '../../client/request.ts';
import { Untested } from '../verdict/finding.ts';
import { keyedPrincipals, type Principal, type Target } from './target.ts';

/** Keys in the right form that were never issued. */
const unknownKeys: Credentials = {
  accessKeyId: 'LTAI5tNobodyIssuedThisKey',
  accessKeySecret: 'thisSecretBelongsToNoKeyAnywhere',
};

/**
 * The keys of a principal; `null` for an anonymous caller. Throws Untested if the run has no keys of that principal.
 */
export function credentialsOf(principal: Principal, { principals }: Target): Credentials | null {
  if (principal === 'anonymous') return null;
  if (principal === 'unknown') return unknownKeys;
  const credentials = principals[principal];
  if (credentials === undefined) throw new Untested(`this run was given no keys of the ${principal}`);
  return credentials;
}

/** The principal whose key id signed a request; `null` for an unsigned one, and for keys of no principal. */
export function signerOf({ request, signature }: Exchange, { principals }: Target): Principal | null {
  if (signature === null) return null;
  const signed = `${headerValue(request.headers, 'Authorization') ?? ''} ${request.path}`;
  if (signed.includes(unknownKeys.accessKeyId)) return 'unknown';
  return keyedPrincipals.find((name) => signed.includes(principals[name]?.accessKeyId ?? '\n')) ?? null;
}
