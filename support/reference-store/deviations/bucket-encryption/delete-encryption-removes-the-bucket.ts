import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-01',
  mistake: 'Ignores the sub-resource on DELETE, as the official emulator does, and removes the whole bucket.',
  caughtAs: 'expected no rule, got 404 NoSuchBucket',
  alsoCaughtBy: {
    'DBE-11': 'it reads the rule after the deletion that is allowed',
    'OBJ-50': 'it deletes rules and then uses their buckets',
    ...forOneReason(
      'with the rule of its bucket the bucket itself is gone',
      'GBE-08',
      'GBE-14',
      'DBE-04',
      'DBE-06',
      'DBE-07',
    ),
    'DBE-09': 'it deletes the rule of its bucket',
    'AUTH-*': 'it deletes a rule to show that a signature is taken',
    'ENV-27': 'it says just that',
  },
  deviate: () => ({ rules: { remove: (bucket) => [{ kind: 'remove', name: bucket.name }] } }),
} satisfies Deviation;
