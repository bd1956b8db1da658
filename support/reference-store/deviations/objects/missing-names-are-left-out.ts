import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-03',
  mistake: 'Reports only existing objects as deleted.',
  caughtAs: 'no',
  deviate: ({ objects }) => ({
    objects: {
      deletionAnswer: (deletion, deleted) =>
        objects.deletionAnswer(
          deletion,
          deleted.filter(({ existed }) => existed),
        ),
    },
  }),
} satisfies Deviation;
