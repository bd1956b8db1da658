import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-01',
  mistake: 'Writes the bucket info in its format from before encryption rules existed.',
  caughtAs: 'expected SSEAlgorithm AES256, got no SSEAlgorithm',
  alsoCaughtBy: {
    ...forOneReason('there is no rule in the bucket info', 'GBI-02', 'GBI-03', 'GBI-05', 'GBI-06', 'GBI-07'),
    'ENV-33': 'it also looks for the key id in the bucket info',
  },
  deviate: () => ({ encryption: { writeInfoRule: () => null } }),
} satisfies Deviation;
