import { headerValue } from '../../http/store-request.ts';
import { invalidDigest } from '../../objects/refusals.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-27',
  mistake: 'Compares Content-MD5 with the bytes it writes to disk, which are ciphertext where the bucket has a rule.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidDigest',
  alsoCaughtBy: {
    'PUT-10': 'PutObject refuses the right MD5 without a rule, too',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      headerValue(call.request.headers, 'Content-MD5') === undefined ? documented(call) : invalidDigest('mismatch'),
    ),
  }),
} satisfies Deviation;
