import { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-11',
  mistake:
    'Refuses to copy an object onto itself without changes, as S3 does, and does not count encryption as a change.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidRequest',
  alsoCaughtBy: {
    'CPY-08': 'it copies an object onto itself',
    'CPY-09': 'it copies an object onto itself',
    'OBJ-49': 'it copies an object onto itself with another encryption',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) => {
      const source = headerValue(call.request.headers, 'x-oss-copy-source');
      if (source !== `/${call.bucket}/${encodeURIComponent(call.key)}`) return documented(call);
      return new Refusal({
        status: 400,
        code: 'InvalidRequest',
        message: 'This copy request is illegal because it is trying to copy an object to itself.',
      });
    }),
  }),
} satisfies Deviation;
