import { forOneReason } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-01',
  mistake: "Repeats the upload's encryption header in the answer, but does not pass it to the storage.",
  caughtAs: 'expected an object with AES256, got no encryption',
  alsoCaughtBy: {
    ...forOneReason('an object that asks for AES256 is not encrypted', 'OBJ-05', 'OBJ-09', 'OBJ-12', 'OBJ-35'),
    'OBJ-47': 'a signed URL uploads with the header',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        question.operation === 'PutObject' && question.requested.algorithm === 'AES256'
          ? question.rule
          : objects.chooseEncryption(question),
    },
    answer(answer, { operation, request }) {
      const asked = headerValue(request.headers, 'x-oss-server-side-encryption');
      const told = headerValue(answer.headers, 'x-oss-server-side-encryption');
      if (operation?.name !== 'PutObject' || answer.status !== 200 || asked === undefined || told !== undefined)
        return answer;
      return { ...answer, headers: [...answer.headers, ['x-oss-server-side-encryption', asked]] };
    },
  }),
} satisfies Deviation;
