import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-05',
  mistake: 'Has its own message for an object that does not exist.',
  caughtAs: 'expected the message "The specified key does not exist."',
  deviate: ({ errors }) => ({
    errors: changeRefusal(errors, 'GetObject', 'NoSuchKey', { message: 'The object you asked for is not existed.' }),
  }),
} satisfies Deviation;
