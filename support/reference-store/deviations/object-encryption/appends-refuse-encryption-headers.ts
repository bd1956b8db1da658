import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-05',
  mistake: 'Follows the 2019 guide, which allows the headers in three operations, and refuses them in AppendObject.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  alsoCaughtBy: {
    'OBJ-07': 'its append with a wrong algorithm gets another code',
    'OBJ-41': 'its append with a wrong data cipher gets another code',
    'OBJ-42': 'it creates an object by three appends with the header',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        question.operation === 'AppendObject' && question.requested.algorithm !== null
          ? invalidArgument('The x-oss-server-side-encryption header is not supported by this operation.')
          : objects.chooseEncryption(question),
    },
  }),
} satisfies Deviation;
