import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'HEAD-06',
  mistake: 'Answers NoSuchKey to a HEAD in a missing bucket.',
  caughtAs: 'expected 404 NoSuchBucket, got 404 NoSuchKey',
  deviate: ({ errors }) => ({
    errors: changeRefusal(errors, 'HeadObject', 'NoSuchBucket', {
      code: 'NoSuchKey',
      message: 'The specified key does not exist.',
    }),
  }),
} satisfies Deviation;
