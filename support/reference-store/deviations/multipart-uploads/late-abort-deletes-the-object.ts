import { afterSuccess, uploadIdIn } from '../../changed-uploads.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-45',
  mistake: 'Removes what an id led to, also if that is the finished object by now.',
  caughtAs: '"object" to exist, got 404 NoSuchKey',
  deviate({ route }) {
    const completed = new Set<string>();
    const noted = afterSuccess(route, 'CompleteMultipartUpload', async (call) => completed.add(uploadIdIn(call)));
    return {
      route: replaceOperations(noted, ['AbortMultipartUpload'], async (call, documented, perform) => {
        if (completed.has(uploadIdIn(call))) await perform('DeleteObject', call);
        return documented(call);
      }),
    };
  },
} satisfies Deviation;
