import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-16',
  mistake: 'Answers NoSuchKey to a deletion in a missing bucket.',
  caughtAs: 'expected 404 NoSuchBucket, got 404 NoSuchKey',
  deviate: ({ errors }) => ({
    errors: changeRefusal(errors, 'DeleteMultipleObjects', 'NoSuchBucket', {
      code: 'NoSuchKey',
      message: 'The specified key does not exist.',
    }),
  }),
} satisfies Deviation;
