import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-39',
  mistake: 'Was built before there was an encryption context, and takes the header for one of no concern.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      documented(withHeaders(call, (headers) => headers.filter(([name]) => !/-encryption-context$/i.test(name)))),
    ),
  }),
} satisfies Deviation;
