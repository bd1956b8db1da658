import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-03',
  mistake: 'Knows the storage classes of 2018, and refuses those that OSS has offered since.',
  caughtAs: 'expected 200, got 400 InvalidArgument',
  deviate: ({ buckets }) => ({
    buckets: {
      put: (creation, existing, view) =>
        creation.storageClass?.endsWith('ColdArchive') === true
          ? invalidArgument('No such bucket storage class exists.')
          : buckets.put(creation, existing, view),
    },
  }),
} satisfies Deviation;
