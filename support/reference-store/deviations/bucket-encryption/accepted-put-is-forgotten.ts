import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-01',
  mistake: 'Validates the rule and answers 200, but the handler that stores it was never written.',
  caughtAs: 'expected SSEAlgorithm AES256, got no rule',
  alsoCaughtBy: {
    'PBE-40': 'it reads back the rule that a sub-account set',
    ...forOneReason(
      'it reads back a rule that was set, and there is none',
      'PBE-02',
      'PBE-03',
      'PBE-04',
      'PBE-05',
      'PBE-06',
      'PBE-07',
      'PBE-08',
      'PBE-09',
      'PBE-10',
      'PBE-11',
      'PBE-12',
      'PBE-13',
      'PBE-14',
      'PBE-19',
      'PBE-20',
      'PBE-24',
      'PBE-25',
      'PBE-28',
      'PBE-36',
    ),
    'AUTH-*': 'it sets a rule to show that a signature is taken, and reads it back',
    'ENV-*': 'its near-miss twin sets a rule and reads it back',
  },
  deviate: () => ({ rules: { write: () => [] } }),
} satisfies Deviation;
