import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-03',
  mistake: 'Names only those objects as deleted that there were.',
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
