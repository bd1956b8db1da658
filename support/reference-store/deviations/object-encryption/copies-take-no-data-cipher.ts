import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-19',
  mistake: 'Follows the page of CopyObject, which lists AES256 and KMS, and ignores the data cipher there.',
  caughtAs: 'expected the header x-oss-server-side-data-encryption, got none',
  alsoCaughtBy: {
    'OBJ-41': 'its copy with a wrong data cipher is accepted',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const { operation, requested } = question;
        const isCopy = operation === 'CopyObject';
        return objects.chooseEncryption(
          isCopy ? { ...question, requested: { ...requested, kmsDataEncryption: null } } : question,
        );
      },
    },
  }),
} satisfies Deviation;
