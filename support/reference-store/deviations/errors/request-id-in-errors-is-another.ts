import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-06',
  mistake: 'Creates one id for the header and another for the document.',
  caughtAs: 'another RequestId',
  deviate: ({ errors, requestId }) => ({
    errors: { document: (refusal, _id, host) => errors.document(refusal, requestId(new Date()), host) },
  }),
} satisfies Deviation;
