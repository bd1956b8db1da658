import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake: 'Stores objects as files on a case-insensitive file system.',
  caughtAs: 'expected no object of another name, got 200',
  alsoCaughtBy: {
    'LSO-11': 'it has objects named in capitals',
    'LSO-17': 'it has objects named in capitals',
    'LSO-25': 'it has objects named in capitals',
    'LSO-33': 'it has objects named in capitals',
    'DEL-04': 'it has objects named a and A',
    'KEY-03': 'it says the same of unencrypted objects',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject', 'GetObject', 'HeadObject'], (call, documented) =>
      documented({ ...call, key: call.key.toLowerCase() }),
    ),
  }),
} satisfies Deviation;
