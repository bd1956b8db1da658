import { withValue, headOf } from '../../changed-exchange.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-04',
  mistake: 'Answers an append with the CRC-64 that the object had before it.',
  caughtAs: 'expected x-oss-hash-crc64ecma: 6001682485122215966, got',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['AppendObject'], async (call, documented, perform) => {
      const before = headerValue((await headOf(call, perform)) ?? [], 'x-oss-hash-crc64ecma');
      const answer = await documented(call);
      if (answer instanceof Refusal || before === undefined) return answer;
      return { ...answer, headers: withValue(answer.headers, 'x-oss-hash-crc64ecma', before) };
    }),
  }),
} satisfies Deviation;
