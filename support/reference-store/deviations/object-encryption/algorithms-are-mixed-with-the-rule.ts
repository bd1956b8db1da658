import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-12',
  mistake: "Merges the headers of an upload with the bucket's rule, so AES256 gets the key id of KMS.",
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const { requested, rule } = question;
        const isOwn = requested.algorithm === 'AES256' && rule?.algorithm === 'KMS';
        return isOwn
          ? invalidArgument('x-oss-server-side-encryption-key-id is only valid with KMS.')
          : objects.chooseEncryption(question);
      },
    },
  }),
} satisfies Deviation;
