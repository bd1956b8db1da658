import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-04',
  mistake: 'Writes authentication errors in another place, which forgets HostId.',
  caughtAs: 'no HostId',
  alsoCaughtBy: { 'ENV-06': 'a host that is missing is not that of the request' },
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
