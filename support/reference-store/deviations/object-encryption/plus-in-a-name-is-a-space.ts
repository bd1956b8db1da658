import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake: 'Decodes a request path like a form, where a plus means a space.',
  caughtAs: 'expected no object of another name, got 200',
  alsoCaughtBy: {
    'LSO-17': 'one of its names has a plus sign',
    'LSO-25': 'one of its names has a plus sign',
    'LSO-34': 'one of its names has a plus sign',
    'LSO-35': 'one of its names has a plus sign',
    'CPY-02': 'one of its names has a plus sign',
    'KEY-05': 'one of its names has a plus sign',
    'KEY-06': 'it says the same of unencrypted objects',
    'MPU-21': 'one of its names has a plus sign',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject', 'GetObject', 'HeadObject'], (call, documented) =>
      documented({ ...call, key: call.key.replaceAll('+', ' ') }),
    ),
  }),
} satisfies Deviation;
