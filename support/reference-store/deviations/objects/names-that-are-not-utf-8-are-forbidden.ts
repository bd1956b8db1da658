import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-09',
  mistake: 'Answers bytes that are not UTF-8 like a wrong signature.',
  caughtAs: 'expected 400, got 403',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (decided, call) => {
        const sent = errors.refusal(decided, call);
        return call.request.target.includes('%D6%D0')
          ? sent.with({ status: 403, code: 'SignatureDoesNotMatch' })
          : sent;
      },
    },
  }),
} satisfies Deviation;
