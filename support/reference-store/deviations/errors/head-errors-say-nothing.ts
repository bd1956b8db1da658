import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-08',
  mistake: 'Sends errors to HEAD without their document, since HEAD has no body.',
  caughtAs: 'expected 404 NoSuchKey, got 404',
  alsoCaughtBy: {
    'HEAD-06': 'it reads the errors of HEAD',
  },
  deviate: ({ errors }) => ({
    errors: {
      headers: (refusal, document, call) =>
        errors.headers(refusal, document, call).filter(([name]) => name !== 'x-oss-err'),
    },
  }),
} satisfies Deviation;
