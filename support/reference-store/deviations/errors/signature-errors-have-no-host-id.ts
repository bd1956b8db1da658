import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-04',
  mistake: 'Writes the errors of its authentication in another place, where HostId was forgotten.',
  caughtAs: 'no HostId',
  deviate: ({ errors }) => ({
    errors: {
      document(refusal, requestId, host) {
        const { contentType, text } = errors.document(refusal, requestId, host);
        const isOfAuthentication = refusal.code === 'SignatureDoesNotMatch';
        return { contentType, text: isOfAuthentication ? text.replace(/<HostId>.*<\/HostId>/, '') : text };
      },
    },
  }),
} satisfies Deviation;
