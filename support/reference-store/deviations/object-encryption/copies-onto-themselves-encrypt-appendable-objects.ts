import { copiesAppendableOntoItself, withValue } from '../../changed-exchange.ts';
import { Refusal } from '../../errors/refusal.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-20',
  mistake: 'Encrypts an appendable object that is copied onto itself anew, as it does with every other object.',
  caughtAs: 'expected an object with AES256, got KMS',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      if (!(await copiesAppendableOntoItself(call, perform))) return documented(call);
      const key = `${call.key}-copied`;
      const copied = await documented({ ...call, key });
      if (copied instanceof Refusal) return copied;
      const back = withHeaders(call, (headers) =>
        withValue(
          withValue(headers, 'x-oss-copy-source', `/${call.bucket}/${encodeURIComponent(key)}`),
          'x-oss-metadata-directive',
          'REPLACE',
        ),
      );
      await perform('DeleteObject', call);
      const answer = await documented(back);
      await perform('DeleteObject', { ...call, key });
      return answer;
    }),
  }),
} satisfies Deviation;
