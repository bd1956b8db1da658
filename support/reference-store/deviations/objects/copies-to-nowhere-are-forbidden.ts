import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-10',
  mistake: 'Answers a copy from what does not exist as one from what may not be read.',
  caughtAs: 'expected 404 NoSuchKey, got 403 AccessDenied',
  deviate: ({ errors }) => ({
    errors: changeRefusal(errors, 'PutObject', 'NoSuchKey', {
      status: 403,
      code: 'AccessDenied',
      message: 'Access denied.',
    }),
  }),
} satisfies Deviation;
