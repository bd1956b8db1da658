import { replaceOperations } from '../../operation-replacement.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-11',
  mistake: 'Has the limit of S3 for user metadata.',
  caughtAs: 'expected the request to be accepted, got',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) => {
      const size = call.request.headers
        .filter(([name]) => /^x-oss-meta-/i.test(name))
        .reduce((sum, [, value]) => sum + value.length, 0);
      return size > 2048 && size <= 8192
        ? new Refusal({ status: 400, code: 'MetadataTooLarge', message: 'Too much metadata.' })
        : documented(call);
    }),
  }),
} satisfies Deviation;
