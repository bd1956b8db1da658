import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-10',
  mistake: 'Applies the rule in PutObject only; form uploads were added later.',
  caughtAs: 'expected an object with AES256, got no encryption',
  alsoCaughtBy: forOneReason('it sends a form under a rule', 'OBJ-08', 'OBJ-35'),
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        objects.chooseEncryption(question.operation === 'PostObject' ? { ...question, rule: null } : question),
    },
  }),
} satisfies Deviation;
