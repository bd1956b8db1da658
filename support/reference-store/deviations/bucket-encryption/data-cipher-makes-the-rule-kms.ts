import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-21',
  mistake: 'Concludes from KMSDataEncryption that KMS is meant, and sets KMS instead of the requested algorithm.',
  caughtAs: 'expected still the rule AES256, got the rule KMS with SM4 data encryption',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule(
          proposal.kmsDataEncryption === 'SM4' && proposal.algorithm === 'AES256'
            ? { ...proposal, algorithm: 'KMS' }
            : proposal,
        ),
    },
  }),
} satisfies Deviation;
