import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-13',
  mistake: 'Lets a repeated PutBucket change the storage class, because it changes other settings too.',
  caughtAs: 'expected 409 BucketAlreadyExists, got 200',
  alsoCaughtBy: {
    'BKT-38': 'it wants the message of the refusal',
  },
  deviate: ({ buckets }) => ({
    buckets: {
      put(creation, existing, view) {
        const { storageClass = existing?.storageClass } = creation;
        const renewed = existing && storageClass !== undefined ? { ...existing, storageClass } : existing;
        return buckets.put(creation, renewed, view);
      },
    },
  }),
} satisfies Deviation;
