import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-04',
  mistake: 'Does not know Quiet and always names the deleted objects.',
  caughtAs: 'expected no body or an empty document, got Deleted',
  deviate: ({ objects }) => ({
    objects: {
      deletionAnswer: (deletion, deleted) => objects.deletionAnswer({ ...deletion, isQuiet: false }, deleted),
    },
  }),
} satisfies Deviation;
