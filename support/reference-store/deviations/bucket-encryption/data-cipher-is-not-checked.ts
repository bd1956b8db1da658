import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-30',
  mistake: 'Asks only whether KMSDataEncryption is SM4 and uses AES256 for everything else, unasked.',
  caughtAs: 'expected 400 InvalidDataEncryptionAlgorithmError, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule({
          ...proposal,
          kmsDataEncryption: proposal.kmsDataEncryption === 'SM4' ? 'SM4' : null,
        }),
    },
  }),
} satisfies Deviation;
