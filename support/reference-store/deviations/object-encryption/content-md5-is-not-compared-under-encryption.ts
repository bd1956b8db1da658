import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-27',
  mistake: 'Encrypts a body while it arrives and never has it whole, so it does not check Content-MD5.',
  caughtAs: 'expected 400 InvalidDigest, got 200',
  alsoCaughtBy: {
    'PUT-10': 'PutObject skips the check without a rule, too',
    'PUT-11': 'PutObject skips the check without a rule, too',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      documented(withHeaders(call, (headers) => headers.filter(([name]) => !/^content-md5$/i.test(name)))),
    ),
  }),
} satisfies Deviation;
