import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-06',
  mistake: 'Checks only the path of the object, so a missing bucket is a missing object.',
  caughtAs: 'expected 404 NoSuchBucket, got 404 NoSuchKey',
  deviate: ({ errors }) => ({
    errors: changeRefusal(errors, 'GetObject', 'NoSuchBucket', {
      code: 'NoSuchKey',
      message: 'The specified key does not exist.',
    }),
  }),
} satisfies Deviation;
