import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'HEAD-05',
  mistake: 'Answers GetObjectMeta of a missing object with InvalidArgument.',
  caughtAs: 'expected 404, got 400',
  deviate: ({ errors }) => ({ errors: changeRefusal(errors, 'GetObjectMeta', 'NoSuchKey', { status: 400 }) }),
} satisfies Deviation;
