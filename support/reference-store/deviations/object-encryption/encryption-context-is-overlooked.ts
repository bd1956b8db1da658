import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-39',
  mistake: 'Predates the encryption context and ignores its header as unknown.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      documented(withHeaders(call, (headers) => headers.filter(([name]) => !/-encryption-context$/i.test(name)))),
    ),
  }),
} satisfies Deviation;
