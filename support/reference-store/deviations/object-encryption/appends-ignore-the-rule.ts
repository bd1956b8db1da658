import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-10',
  mistake: 'Applies the rule in PutObject only; AppendObject has a separate handler.',
  caughtAs: 'expected an object with AES256, got no encryption',
  alsoCaughtBy: forOneReason('it appends under a rule', 'OBJ-08', 'OBJ-35'),
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        objects.chooseEncryption(question.operation === 'AppendObject' ? { ...question, rule: null } : question),
    },
  }),
} satisfies Deviation;
