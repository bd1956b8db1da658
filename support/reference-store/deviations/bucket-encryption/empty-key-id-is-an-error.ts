import { keyIdNotApplicable } from '../../bucket-encryption/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-08',
  mistake: 'Takes any KMSMasterKeyID element as a key id, so the empty element of the documented sample is refused.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  alsoCaughtBy: {
    'PBE-03': 'the documented body holds the empty element',
    'PBE-10': 'the SM4 example of the page holds the empty element',
    'PBE-28': 'its near-miss twin differs from the refused request by nothing but the empty element',
  },
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        proposal.algorithm !== 'KMS' && proposal.kmsMasterKeyId !== null
          ? keyIdNotApplicable()
          : encryption.validateRule(proposal),
    },
  }),
} satisfies Deviation;
