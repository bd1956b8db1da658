import { Refusal } from '../../errors/refusal.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { forOneReason, type Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-43',
  mistake: 'Removes the upload before it reads the list of its parts.',
  caughtAs: 'expected the request to be accepted, got 404 NoSuchUpload',
  alsoCaughtBy: forOneReason(
    'it looks at the upload after a refused completion, too',
    'MPU-32',
    'MPU-33',
    'MPU-35',
    'MPU-36',
    'MPU-40',
    'MPU-42',
    'MPU-60',
  ),
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['CompleteMultipartUpload'], async (call, documented, perform) => {
      const outcome = await documented(call);
      if (outcome instanceof Refusal) await perform('AbortMultipartUpload', call);
      return outcome;
    }),
  }),
} satisfies Deviation;
