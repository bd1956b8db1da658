import { createMissingBucket } from '../../missing-bucket-creation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-33',
  mistake: "Creates the bucket's entry for the rule, then notices that the bucket does not exist and answers 404.",
  caughtAs: 'expected no bucket to be created, got a bucket of that name',
  alsoCaughtBy: {
    'ENV-27': 'it says just that',
  },
  deviate: ({ route }) => ({ route: createMissingBucket(route, (refusal) => refusal) }),
} satisfies Deviation;
