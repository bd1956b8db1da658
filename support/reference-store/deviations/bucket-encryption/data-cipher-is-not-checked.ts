import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-30',
  mistake: 'Checks only whether KMSDataEncryption is SM4, and silently uses AES256 for everything else.',
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
