import { replaceOperations } from '../../operation-replacement.ts';
import { Refusal } from '../../errors/refusal.ts';
import { preconditionFailed } from '../../objects/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-12',
  mistake: 'Answers every failed condition of a copy with 412, as S3 does.',
  caughtAs: 'expected 304, got 412',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented) => {
      const answer = await documented(call);
      return !(answer instanceof Refusal) && answer.status === 304 ? preconditionFailed('If-None-Match') : answer;
    }),
  }),
} satisfies Deviation;
