import { percentDecode } from '../../http/request-target.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake: 'Decodes an object name that its HTTP library has already decoded.',
  caughtAs: 'expected no object of another name, got 200',
  alsoCaughtBy: {
    'LSO-17': 'one of its names holds an escape',
    'LSO-25': 'one of its names holds an escape',
    'LSO-39': 'its names are of more than ASCII, and decoding again destroys them',
    'CPY-02': 'one of its names is Chinese, and decoding again destroys it',
    'MPU-21': 'one of its names is Chinese, and decoding again destroys it',
    'DMO-06': 'its name is Chinese, and decoding again destroys it',
    'DMO-07': 'one of its names holds an escape',
    'KEY-01': 'names of more than ASCII change their length',
    'KEY-05': 'one of its names holds an escape',
    'KEY-08': 'its names are not ASCII, and decoding again destroys them',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject', 'GetObject', 'HeadObject'], (call, documented) =>
      documented({ ...call, key: percentDecode(call.key) ?? call.key }),
    ),
  }),
} satisfies Deviation;
