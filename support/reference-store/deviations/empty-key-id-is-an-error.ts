import type { Deviation } from '../deviation.ts';
import { keyIdNotApplicable } from '../bucket-encryption/refusals.ts';

export default {
  clause: 'PBE-08',
  mistake:
    'Takes the presence of KMSMasterKeyID for a key id, so the empty element of the documented sample is refused.',
  caughtAs: 'InvalidArgument',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        proposal.algorithm !== 'KMS' && proposal.kmsMasterKeyId !== null
          ? keyIdNotApplicable()
          : encryption.validateRule(proposal),
    },
  }),
} satisfies Deviation;
