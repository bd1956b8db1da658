import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake: 'Normalises object names to composed Unicode, as its file system does.',
  caughtAs: 'expected no object of another name, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject', 'GetObject', 'HeadObject'], (call, documented) =>
      documented({ ...call, key: call.key.normalize('NFC') }),
    ),
  }),
} satisfies Deviation;
