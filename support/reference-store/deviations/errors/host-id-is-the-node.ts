import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-06',
  mistake: 'Puts the name of the machine that answered in HostId.',
  caughtAs: 'HostId',
  deviate: ({ errors }) => ({
    errors: { document: (refusal, requestId) => errors.document(refusal, requestId, 'node-17') },
  }),
} satisfies Deviation;
