import { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import { invalidDigest } from '../../objects/refusals.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-27',
  mistake: 'Checks Content-MD5 after it has stored everything, refuses, and leaves the object there.',
  caughtAs: 'expected no such object, got 200',
  alsoCaughtBy: {
    'PUT-10': 'it says the same of buckets without a rule',
    'PUT-11': 'its upload is refused and must not be stored',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented) => {
      const sent = headerValue(call.request.headers, 'Content-MD5');
      const outcome = await documented(
        withHeaders(call, (headers) => headers.filter(([name]) => !/^content-md5$/i.test(name))),
      );
      if (outcome instanceof Refusal || sent === undefined) return outcome;
      return headerValue(outcome.headers, 'Content-MD5') === sent ? outcome : invalidDigest('mismatch');
    }),
  }),
} satisfies Deviation;
