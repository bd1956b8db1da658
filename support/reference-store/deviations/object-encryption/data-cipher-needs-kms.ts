import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-16',
  mistake: 'Refuses a data cipher beside any other algorithm than KMS, as the table of the headers could be read.',
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
