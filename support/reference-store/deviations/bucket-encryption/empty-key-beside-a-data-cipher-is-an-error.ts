import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-10',
  mistake: 'Looks the key up that is to use the data cipher, and looks up the empty id as well.',
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
