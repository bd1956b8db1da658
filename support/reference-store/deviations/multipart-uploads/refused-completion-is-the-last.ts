import { uploadIdIn } from '../../changed-uploads.ts';
import { Refusal } from '../../errors/refusal.ts';
import { invalidPart } from '../../objects/refusals.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-43',
  mistake: 'Marks an upload as failed when a completion is refused, and goes on listing its parts.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidPart',
  deviate({ route }) {
    const failed = new Set<string>();
    return {
      route: replaceOperations(route, ['CompleteMultipartUpload'], async (call, documented) => {
        if (failed.has(uploadIdIn(call))) return invalidPart(1);
        const outcome = await documented(call);
        // Not the end of an upload that was completed.
        if (outcome instanceof Refusal && outcome.code !== 'NoSuchUpload') failed.add(uploadIdIn(call));
        return outcome;
      }),
    };
  },
} satisfies Deviation;
