import { Refusal } from '../../errors/refusal.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Makes room for the new object before it reads how to encrypt it: a refused upload removes the older one.',
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
