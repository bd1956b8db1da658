import { Refusal } from '../../errors/refusal.ts';
import { encryptionOf, replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake: 'Binds the data key to the escaped object name of the upload, but opens the object with the decoded name.',
  caughtAs: 'expected the object, got 403 AccessDenied',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) =>
      encodeURIComponent(call.key).includes('%25') && (await encryptionOf(call, perform)) !== null
        ? new Refusal({ status: 403, code: 'AccessDenied', message: 'The data key cannot be opened.' })
        : documented(call),
    ),
  }),
} satisfies Deviation;
