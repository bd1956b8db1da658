import { posix } from 'node:path';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake: 'Stores objects as files and resolves their names like paths: dots and double slashes disappear.',
  caughtAs: 'expected no object of another name, got 200',
  alsoCaughtBy: {
    'KEY-10': 'it says the same of unencrypted objects',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject', 'GetObject', 'HeadObject'], (call, documented) =>
      documented({ ...call, key: posix.normalize(call.key) }),
    ),
  }),
} satisfies Deviation;
