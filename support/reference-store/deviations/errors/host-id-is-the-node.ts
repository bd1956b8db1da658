import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-06',
  mistake: 'Takes HostId for the name of the machine that answered.',
  caughtAs: 'HostId',
  deviate: ({ errors }) => ({
    errors: { document: (refusal, requestId) => errors.document(refusal, requestId, 'node-17') },
  }),
} satisfies Deviation;
