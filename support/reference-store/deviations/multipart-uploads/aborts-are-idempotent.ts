import { Refusal } from '../../errors/refusal.ts';
import { emptyAnswer } from '../../http/answer.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-47',
  mistake: 'Answers 204 to every abort, since the upload is gone either way.',
  caughtAs: 'expected 404 NoSuchUpload, got 204',
  alsoCaughtBy: {
    'MPU-15': 'the upload of another object is aborted, too',
    'MPU-45': 'an upload that was completed is aborted, too',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['AbortMultipartUpload'], async (call, documented) => {
      const outcome = await documented(call);
      return outcome instanceof Refusal && outcome.code === 'NoSuchUpload' ? emptyAnswer(204) : outcome;
    }),
  }),
} satisfies Deviation;
