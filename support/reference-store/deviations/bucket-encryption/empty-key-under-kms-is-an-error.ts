import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-19',
  mistake: 'Takes an empty KMSMasterKeyID under KMS as a key id that is too short.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  alsoCaughtBy: { 'PBE-10': 'KMS with an empty key id is one of the documented combinations' },
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        proposal.algorithm === 'KMS' && proposal.kmsMasterKeyId === ''
          ? invalidArgument('The specified parameter KMS keyId is not valid.')
          : encryption.validateRule(proposal),
    },
  }),
} satisfies Deviation;
