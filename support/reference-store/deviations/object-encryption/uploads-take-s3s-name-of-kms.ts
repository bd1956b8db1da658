import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Shares the parsing of encryption headers with its S3 gateway, so aws:kms means KMS.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const { requested } = question;
        const isS3s = requested.algorithm === 'aws:kms';
        return objects.chooseEncryption(
          isS3s ? { ...question, requested: { ...requested, algorithm: 'KMS' } } : question,
        );
      },
    },
  }),
} satisfies Deviation;
