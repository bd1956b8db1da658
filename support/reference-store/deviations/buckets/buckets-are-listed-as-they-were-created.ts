import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSB-05',
  mistake: 'Lists the buckets in the order of its table, in which the newest comes last.',
  caughtAs: 'expected names that ascend by their bytes, got another order',
  deviate({ buckets }) {
    const created: string[] = [];
    return {
      buckets: {
        put(creation, existing, view) {
          if (existing === undefined) created.push(creation.name);
          return buckets.put(creation, existing, view);
        },
        visible: (principal, view) =>
          buckets
            .visible(principal, view)
            .toSorted((one, other) => created.indexOf(one.name) - created.indexOf(other.name)),
      },
    };
  },
} satisfies Deviation;
