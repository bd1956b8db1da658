import type { Credentials } from '../../client/credentials.ts';
import { Untested } from '../verdict/finding.ts';
import type { Principal, Target } from './target.ts';

/** Keys in the right form that were never issued. */
const unknownKeys: Credentials = {
  accessKeyId: 'LTAI5tNobodyIssuedThisKey',
  accessKeySecret: 'thisSecretBelongsToNoKeyAnywhere',
};

/** The keys of a principal; `null` for an anonymous caller. Throws Untested for one that the run was not given. */
export function credentialsOf(principal: Principal, { principals }: Target): Credentials | null {
  switch (principal) {
    case 'anonymous':
      return null;
    case 'unknown':
      return unknownKeys;
    case 'owner':
    case 'delegate':
    case 'outsider': {
      const credentials = principals[principal];
      if (credentials === undefined) throw new Untested(`this run was given no keys of the ${principal}`);
      return credentials;
    }
  }
}
