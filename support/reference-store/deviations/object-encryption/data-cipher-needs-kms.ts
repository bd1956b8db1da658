import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-16',
  mistake: 'Refuses a data cipher with any algorithm but KMS, as one could read the table of headers.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        question.requested.algorithm !== 'KMS' && question.requested.kmsDataEncryption !== null
          ? invalidArgument('x-oss-server-side-data-encryption is only valid with KMS.')
          : objects.chooseEncryption(question),
    },
  }),
} satisfies Deviation;
