import { createMissingBucket } from '../../missing-bucket-creation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-33',
  mistake:
    'Ignores the sub-resource where the bucket is missing, as the official emulator does, and creates the bucket.',
  caughtAs: 'expected 404 NoSuchBucket, got 200',
  alsoCaughtBy: {
    'ENV-27': 'it says just that',
  },
  deviate: ({ route }) => ({ route: createMissingBucket(route, (_refusal, created) => created) }),
} satisfies Deviation;
