import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-05',
  mistake: 'Deletes in the order of its index and names the keys in that order.',
  caughtAs: 'expected the documented shape, got "a"',
  deviate: ({ objects }) => ({
    objects: {
      deletionAnswer: (deletion, deleted) =>
        objects.deletionAnswer(
          deletion,
          deleted.toSorted((one, other) => (one.key < other.key ? -1 : 1)),
        ),
    },
  }),
} satisfies Deviation;
