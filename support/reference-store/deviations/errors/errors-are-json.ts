import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-04',
  mistake: "Writes errors as JSON, like the rest of the vendor's interfaces.",
  caughtAs: 'XML',
  alsoCaughtBy: { '*': 'a refusal that is no error document does not say its code' },
  deviate: () => ({
    errors: {
      document: ({ code, message }, requestId) => ({
        contentType: 'application/json',
        text: JSON.stringify({ code, message, requestId }),
      }),
    },
  }),
} satisfies Deviation;
