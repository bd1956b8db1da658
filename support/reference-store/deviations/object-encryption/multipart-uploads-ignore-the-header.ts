import type { Deviation } from '../../deviation.ts';

const nothing = { algorithm: null, kmsMasterKeyId: null, kmsDataEncryption: null };

export default {
  clause: 'OBJ-05',
  mistake: 'Reads the encryption headers where it writes an object, and InitiateMultipartUpload writes none.',
  caughtAs: 'expected an object with AES256, got no encryption',
  alsoCaughtBy: {
    'OBJ-07': 'its initiation with a wrong algorithm is accepted',
    'OBJ-41': 'its initiation with a wrong data cipher is accepted',
    'OBJ-21': 'initiating an upload with the header is what it is about',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        objects.chooseEncryption(
          question.operation === 'InitiateMultipartUpload' ? { ...question, requested: nothing } : question,
        ),
    },
  }),
} satisfies Deviation;
