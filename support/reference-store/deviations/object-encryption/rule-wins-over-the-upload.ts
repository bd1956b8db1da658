import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-12',
  mistake: "Lets the bucket's rule override the encryption headers of an upload.",
  caughtAs: 'expected x-oss-server-side-encryption: KMS, got AES256',
  alsoCaughtBy: {
    'OBJ-49': 'it copies with KMS into a bucket whose rule is AES256',
  },
  deviate: ({ objects }) => ({
    objects: { chooseEncryption: (question) => question.rule ?? objects.chooseEncryption(question) },
  }),
} satisfies Deviation;
