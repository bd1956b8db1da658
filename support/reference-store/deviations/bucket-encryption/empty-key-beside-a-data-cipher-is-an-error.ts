import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-10',
  mistake: 'Looks up the key that uses the data cipher, even when its id is empty.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        proposal.kmsDataEncryption === 'SM4' && proposal.kmsMasterKeyId === ''
          ? invalidArgument('The specified parameter KMS keyId is not valid.')
          : encryption.validateRule(proposal),
    },
  }),
} satisfies Deviation;
