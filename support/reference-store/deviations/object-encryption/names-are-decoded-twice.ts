import { percentDecode } from '../../http/request-target.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake: 'Decodes the name of an object that its HTTP library had decoded already.',
  caughtAs: 'expected no object of another name, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject', 'GetObject', 'HeadObject'], (call, documented) =>
      documented({ ...call, key: percentDecode(call.key) ?? call.key }),
    ),
  }),
} satisfies Deviation;
