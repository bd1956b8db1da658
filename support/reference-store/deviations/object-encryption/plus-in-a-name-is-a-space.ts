import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake: 'Decodes a request path like a form, where a plus means a space.',
  caughtAs: 'expected no object of another name, got 200',
  alsoCaughtBy: {
    'CPY-02': 'its scenarios use the call that this mistake changes',
    'KEY-05': 'its scenarios use the call that this mistake changes',
    'KEY-06': 'its scenarios use the call that this mistake changes',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject', 'GetObject', 'HeadObject'], (call, documented) =>
      documented({ ...call, key: call.key.replaceAll('+', ' ') }),
    ),
  }),
} satisfies Deviation;
