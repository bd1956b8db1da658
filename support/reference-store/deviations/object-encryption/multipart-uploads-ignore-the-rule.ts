import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-10',
  mistake: 'Applies the rule to whole uploads and forgets multipart uploads.',
  caughtAs: 'expected an object with AES256, got no encryption',
  alsoCaughtBy: {
    ...forOneReason('it uploads in parts under a rule', 'OBJ-08', 'OBJ-35'),
    'OBJ-44': 'it reads a multipart upload made under a rule',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        objects.chooseEncryption(
          question.operation === 'InitiateMultipartUpload' ? { ...question, rule: null } : question,
        ),
    },
  }),
} satisfies Deviation;
