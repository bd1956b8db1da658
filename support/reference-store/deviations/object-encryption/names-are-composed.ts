import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake: 'Normalises names to composed Unicode, as the file system does on which it keeps them.',
  caughtAs: 'expected no object of another name, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject', 'GetObject', 'HeadObject'], (call, documented) =>
      documented({ ...call, key: call.key.normalize('NFC') }),
    ),
  }),
} satisfies Deviation;
