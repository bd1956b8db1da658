import { percentDecode } from '../../http/request-target.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake: 'Decodes an object name that its HTTP library has already decoded.',
  caughtAs: 'expected no object of another name, got 200',
  alsoCaughtBy: {
    'CPY-02': 'its scenarios use the call that this mistake changes',
    'DMO-06': 'its scenarios use the call that this mistake changes',
    'DMO-07': 'its scenarios use the call that this mistake changes',
    'KEY-01': 'its scenarios use the call that this mistake changes',
    'KEY-05': 'its scenarios use the call that this mistake changes',
    'KEY-08': 'its scenarios use the call that this mistake changes',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject', 'GetObject', 'HeadObject'], (call, documented) =>
      documented({ ...call, key: percentDecode(call.key) ?? call.key }),
    ),
  }),
} satisfies Deviation;
