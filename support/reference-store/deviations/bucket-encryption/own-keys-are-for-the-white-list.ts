import { forOneReason } from '../../deviation.ts';
import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-08',
  mistake: 'Refuses every key id with the message that the 400 page has for accounts not on the allow list.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  alsoCaughtBy: {
    ...forOneReason('it sets a rule that names a key', 'PBE-10', 'PBE-11', 'PBE-20'),
    'PBE-22': 'a bucket is created with a key',
    'ENV-33': 'it sets a key id, too',
  },
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        proposal.algorithm === 'KMS' && proposal.kmsMasterKeyId
          ? invalidArgument('KMSMasterKeyID is not applicable if user is not in white list.')
          : encryption.validateRule(proposal),
    },
  }),
} satisfies Deviation;
