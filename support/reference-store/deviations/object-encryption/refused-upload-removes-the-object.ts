import { Refusal } from '../../errors/refusal.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Removes the existing object before it reads how to encrypt the new one, so a refused upload deletes it.',
  caughtAs: 'got 404 NoSuchKey',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      const outcome = await documented(call);
      const isRefused = outcome instanceof Refusal && outcome.code === 'InvalidEncryptionAlgorithmError';
      if (isRefused)
        await perform(
          'DeleteObject',
          withHeaders(call, () => []),
        );
      return outcome;
    }),
  }),
} satisfies Deviation;
