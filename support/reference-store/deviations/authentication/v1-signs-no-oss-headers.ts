import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-03',
  mistake: 'Lacks the canonicalized OSS headers, which most bucket requests do not have.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason('it sends an x-oss header by V1', 'AUTH-08', 'AUTH-09', 'AUTH-10', 'AUTH-34', 'AUTH-53', 'AUTH-55'),
    'ENV-34': 'its scenarios use the call that this mistake changes',
    'OBJ-47': 'its scenarios use the call that this mistake changes',
  },
  deviate: () => ({ authentication: { v1Headers: () => '' } }),
} satisfies Deviation;
