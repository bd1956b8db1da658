import { Refusal } from '../../errors/refusal.ts';
import type { Answer } from '../../http/answer.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { forOneReason, type Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-02',
  mistake: 'Derives the id of an upload from the bucket and the name, so that two uploads of one object are one.',
  caughtAs: 'expected an UploadId that no other upload has, got that of another upload',
  alsoCaughtBy: forOneReason('it has several uploads of one object', 'MPU-49', 'MPU-54', 'MPU-55', 'MPU-56'),
  deviate({ route }) {
    const answers = new Map<string, Answer>();
    return {
      route: replaceOperations(route, ['InitiateMultipartUpload'], async (call, documented) => {
        const object = `${call.bucket}/${call.key}`;
        const earlier = answers.get(object);
        if (earlier !== undefined) return earlier;
        const outcome = await documented(call);
        if (!(outcome instanceof Refusal)) answers.set(object, outcome);
        return outcome;
      }),
    };
  },
} satisfies Deviation;
