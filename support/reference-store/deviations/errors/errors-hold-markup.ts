import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-34',
  mistake: 'Writes errors by concatenating text: markup in the request is markup in the answer.',
  caughtAs: 'expected 403 SignatureDoesNotMatch',
  alsoCaughtBy: {
    'AUTH-62': 'its string to sign has an ampersand, which makes the error unreadable',
  },
  deviate: ({ errors }) => ({
    errors: {
      document(refusal, requestId, host) {
        const { contentType, text } = errors.document(refusal, requestId, host);
        return { contentType, text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') };
      },
    },
  }),
} satisfies Deviation;
