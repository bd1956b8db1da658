import type { Deviation } from '../deviation.ts';

export default {
  clause: 'DBE-02',
  mistake: 'Overlooks the sub-resource on DELETE, as the official emulator does, and removes the whole bucket.',
  caughtAs: 'NoSuchBucket',
  deviate: () => ({ rules: { remove: (bucket) => [{ kind: 'remove', name: bucket.name }] } }),
} satisfies Deviation;
