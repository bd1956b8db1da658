import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-10',
  mistake: 'Stores and returns the rule, but uploads never read it.',
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  alsoCaughtBy: {
    'OBJ-44': 'its objects are uploaded under a rule',
    'OBJ-47': 'a signed URL uploads under a rule',
    'OBJ-50': 'it uploads under a rule that replaced another',
    ...forOneReason('its objects are encrypted by the rule alone', 'OBJ-08', 'OBJ-11', 'OBJ-35'),
    'OBJ-24': 'the key of the rule is never asked for',
  },
  deviate: ({ rules }) => ({
    rules: { read: (bucket, reader, buckets) => (reader === 'upload' ? null : rules.read(bucket, reader, buckets)) },
  }),
} satisfies Deviation;
