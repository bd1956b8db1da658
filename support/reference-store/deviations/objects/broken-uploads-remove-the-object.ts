import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-08',
  mistake:
    'Opens the file of an object for writing before the body arrives, and deletes it when the upload is interrupted.',
  caughtAs: 'expected "object" unchanged, got 404',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      try {
        return await documented(call);
      } catch (error) {
        await perform(
          'DeleteObject',
          withHeaders(call, () => []),
        );
        throw error;
      }
    }),
  }),
} satisfies Deviation;
