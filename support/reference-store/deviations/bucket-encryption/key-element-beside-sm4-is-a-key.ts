import { keyIdNotApplicable } from '../../bucket-encryption/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-10',
  mistake: 'Looks beside AES256 whether KMSMasterKeyID is empty, and beside SM4 only whether it is there.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        proposal.algorithm === 'SM4' && proposal.kmsMasterKeyId !== null
          ? keyIdNotApplicable()
          : encryption.validateRule(proposal),
    },
  }),
} satisfies Deviation;
