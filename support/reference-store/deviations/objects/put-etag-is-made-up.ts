import { randomUUID } from 'node:crypto';
import { changeAnswerHeaders, withValue, isCopy } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-02',
  mistake: 'Gives every upload a random ETag, which is cheaper than an MD5.',
  caughtAs: 'expected the MD5 of the object as its ETag, got another MD5',
  alsoCaughtBy: {
    'OBJ-25': 'it says the same under AES256',
    'OBJ-44': 'it compares the ETag of a range with that of the upload',
    'OBJ-45': 'its conditions hold the ETag of the upload',
    'META-12': 'the MD5 in quotes is asked of the same answer',
  },
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['PutObject'], (headers, _answer, call) =>
      isCopy(call) ? headers : withValue(headers, 'ETag', `"${randomUUID().replaceAll('-', '').toUpperCase()}"`),
    ),
  }),
} satisfies Deviation;
