import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'HEAD-05',
  mistake: 'Refuses GetObjectMeta of an object that does not exist as a wrong argument.',
  caughtAs: 'expected 404, got 400',
  deviate: ({ errors }) => ({ errors: changeRefusal(errors, 'GetObjectMeta', 'NoSuchKey', { status: 400 }) }),
} satisfies Deviation;
