import { setTimeout as pause } from 'node:timers/promises';
import { headOf } from '../../changed-exchange.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { headerValue, queryValue } from '../../http/store-request.ts';
import { emptyAnswer } from '../../http/answer.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

/** Milliseconds: until then, appends that were sent at the same time have begun, too. */
const timeOfAnAppend = 50;

export default {
  clause: 'APP-15',
  mistake: 'Compares the position when an append begins, and answers 200 to one that lost the race.',
  caughtAs: 'expected 409 PositionNotEqualToLength, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['AppendObject'], async (call, documented, perform) => {
      const end = headerValue((await headOf(call, perform)) ?? [], 'x-oss-next-append-position');
      await pause(timeOfAnAppend);
      const answer = await documented(call);
      const wasRight = end !== undefined && end === queryValue(call.request.query, 'position');
      return answer instanceof Refusal && answer.code === 'PositionNotEqualToLength' && wasRight
        ? emptyAnswer(200)
        : answer;
    }),
  }),
} satisfies Deviation;
