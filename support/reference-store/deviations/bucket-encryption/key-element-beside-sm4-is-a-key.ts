import { keyIdNotApplicable } from '../../bucket-encryption/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-10',
  mistake: 'Checks whether KMSMasterKeyID is empty with AES256, but only whether it exists with SM4.',
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
