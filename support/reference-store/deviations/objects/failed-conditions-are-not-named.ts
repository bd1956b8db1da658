import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-23',
  mistake: 'Says that a condition failed, but not which one.',
  caughtAs: 'expected Condition to be "If-Match", got no Condition',
  deviate: ({ errors }) => ({ errors: changeRefusal(errors, 'GetObject', 'PreconditionFailed', { details: [] }) }),
} satisfies Deviation;
