import type { Deviation } from '../../deviation.ts';

const nothing = { algorithm: null, kmsMasterKeyId: null, kmsDataEncryption: null };

export default {
  clause: 'OBJ-22',
  mistake: 'Looks for the encryption headers among the HTTP headers of a form upload, where a browser cannot set them.',
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  alsoCaughtBy: {
    'OBJ-07': 'its form with a wrong algorithm is accepted',
    'OBJ-41': 'its form with a wrong data cipher is accepted',
    'OBJ-05': 'a form is one of its ways to create an object',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        objects.chooseEncryption(question.operation === 'PostObject' ? { ...question, requested: nothing } : question),
    },
  }),
} satisfies Deviation;
