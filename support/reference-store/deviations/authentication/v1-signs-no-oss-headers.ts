import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-03',
  mistake: 'Lacks the canonicalized OSS headers, which most bucket requests do not have.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason('it sends an x-oss header by V1', 'AUTH-08', 'AUTH-09', 'AUTH-10', 'AUTH-34', 'AUTH-53', 'AUTH-55'),
    'ENV-34': 'its V1 row signs an x-oss header',
    'OBJ-47': 'one of its V1 URLs uploads with an x-oss header',
  },
  deviate: () => ({ authentication: { v1Headers: () => '' } }),
} satisfies Deviation;
