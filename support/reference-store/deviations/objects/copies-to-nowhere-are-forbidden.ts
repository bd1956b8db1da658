import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-10',
  mistake: 'Answers a copy from a missing source like a copy from a forbidden one.',
  caughtAs: 'expected 404 NoSuchKey, got 403 AccessDenied',
  deviate: ({ errors }) => ({
    errors: changeRefusal(errors, 'PutObject', 'NoSuchKey', {
      status: 403,
      code: 'AccessDenied',
      message: 'Access denied.',
    }),
  }),
} satisfies Deviation;
