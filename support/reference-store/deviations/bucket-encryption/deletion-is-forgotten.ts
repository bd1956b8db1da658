import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-01',
  mistake: 'Answers 204 and marks the rule for a clean-up that never runs.',
  caughtAs: 'expected no rule, got the rule AES256',
  alsoCaughtBy: {
    'DBE-11': 'it expects no rule after the deletion that is allowed',
    ...forOneReason('its rule was deleted', 'GBE-14', 'DBE-04', 'DBE-06', 'DBE-07'),
    'DBE-09': 'it deletes the rule of its bucket',
    'AUTH-*': 'it deletes a rule to show that a signature is taken',
  },
  deviate: () => ({ rules: { remove: () => [] } }),
} satisfies Deviation;
