import { Refusal } from '../../errors/refusal.ts';
import type { Answer } from '../../http/answer.ts';
import { queryValue } from '../../http/store-request.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { forOneReason, type Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-42',
  mistake: 'Treats a part that is sent again as a retry, and answers as before without storing it.',
  caughtAs: 'bytes that were uploaded, got other bytes',
  alsoCaughtBy: forOneReason('it sends a part again', 'MPU-15', 'MPU-17', 'MPU-18', 'MPU-45', 'MPU-48'),
  deviate({ route }) {
    const answers = new Map<string, Answer>();
    return {
      route: replaceOperations(route, ['UploadPart'], async (call, documented) => {
        const { query } = call.request;
        const part = `${queryValue(query, 'uploadId')}/${queryValue(query, 'partNumber')}`;
        const earlier = answers.get(part);
        if (earlier !== undefined) return earlier;
        const outcome = await documented(call);
        if (!(outcome instanceof Refusal)) answers.set(part, outcome);
        return outcome;
      }),
    };
  },
} satisfies Deviation;
