import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-60',
  mistake: 'Looks at a token where one is sent, and never asks for one.',
  caughtAs: 'got 200',
  alsoCaughtBy: { 'POST-02': 'forms look up their keys in the same place' },
  deviate: ({ authentication }) => ({
    authentication: {
      accessKey: (claim, found) => found ?? authentication.accessKey(claim, found),
    },
  }),
} satisfies Deviation;
