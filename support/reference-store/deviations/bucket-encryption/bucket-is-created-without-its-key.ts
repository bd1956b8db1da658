import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-22',
  mistake: 'Takes x-oss-server-side-encryption from PutBucket and overlooks the header with the key id.',
  caughtAs: 'got the rule KMS',
  deviate: ({ buckets }) => ({
    buckets: {
      put(creation, existing, view) {
        const { encryption } = creation;
        const kept = encryption === undefined ? {} : { encryption: { ...encryption, kmsMasterKeyId: null } };
        return buckets.put({ ...creation, ...kept }, existing, view);
      },
    },
  }),
} satisfies Deviation;
