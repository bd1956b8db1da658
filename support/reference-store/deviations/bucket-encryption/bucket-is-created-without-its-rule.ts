import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-22',
  mistake: 'Reads the encryption headers of uploads only and creates the bucket without the rule.',
  caughtAs: 'expected SSEAlgorithm AES256, got no rule',
  deviate: ({ buckets }) => ({
    buckets: {
      put({ name, owner, now, storageClass, dataRedundancyType }, existing, view) {
        const creation = {
          name,
          owner,
          now,
          ...(storageClass === undefined ? {} : { storageClass }),
          ...(dataRedundancyType === undefined ? {} : { dataRedundancyType }),
        };
        return buckets.put(creation, existing, view);
      },
    },
  }),
} satisfies Deviation;
