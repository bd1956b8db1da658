import { Refusal } from '../../errors/refusal.ts';
import { readEncryptionHeaders } from '../../objects/operations/encryption-headers.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake:
    'Stores the bytes, then finds that it cannot encrypt them as requested: the upload is refused, but the object exists.',
  caughtAs: 'expected no such object, got 200',
  deviate: ({ objects, route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented) => {
      const requested = readEncryptionHeaders(call.request.headers);
      const choice = objects.chooseEncryption({ operation: 'PutObject', requested, rule: null });
      if (!(choice instanceof Refusal) || choice.code !== 'InvalidEncryptionAlgorithmError') return documented(call);
      await documented(withHeaders(call, (headers) => headers.filter(([name]) => !/^x-oss-server-side/i.test(name))));
      return choice;
    }),
  }),
} satisfies Deviation;
