import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-04',
  mistake: 'Answers the first read from its database and later ones from a cache whose format lacks SM4.',
  caughtAs: 'expected SSEAlgorithm SM4, got SSEAlgorithm AES256',
  alsoCaughtBy: { 'PBE-21': 'it compares two readings of an SM4 rule' },
  deviate({ rules }) {
    const cached = new Set<string>();
    return {
      rules: {
        read(bucket, reader, buckets) {
          const rule = rules.read(bucket, reader, buckets);
          if (reader !== 'GetBucketEncryption' || rule?.algorithm !== 'SM4') return rule;
          const isCached = cached.has(bucket.name);
          cached.add(bucket.name);
          return isCached ? { ...rule, algorithm: 'AES256' } : rule;
        },
      },
    };
  },
} satisfies Deviation;
