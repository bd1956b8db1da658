import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-02',
  mistake: 'Follows the sample literally: 204 NoContent, which cannot carry the rule.',
  caughtAs: "got 204 (as the page's sample has it)",
  alsoCaughtBy: {
    ...forOneReason('it looks for the rule after the write that is accepted', 'ENV-14', 'ENV-15', 'ENV-25', 'ENV-29'),
    'GBE-21': 'a sub-account reads a rule',
    'PBE-40': 'it reads back the rule that a sub-account set',
    ...forOneReason(
      'an answer without a body shows no rule',
      'GBE-01',
      'GBE-03',
      'GBE-04',
      'GBE-05',
      'GBE-06',
      'GBE-07',
      'GBE-09',
    ),
    'AUTH-*': 'it reads a rule to show that a signature is taken',
    'ENV-27': 'it reads a rule to show that the sub-resource is known',
  },
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'GetBucketEncryption' && answer.status === 200
        ? { ...answer, status: 204, body: null }
        : answer,
  }),
} satisfies Deviation;
