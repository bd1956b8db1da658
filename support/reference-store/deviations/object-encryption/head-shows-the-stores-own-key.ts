import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-09',
  mistake: 'Encrypts AES256 objects with a key of its own key management service, and HEAD names that key.',
  caughtAs: 'expected x-oss-server-side-encryption-key-id: (none), got another key',
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders(report) {
        const headers = objects.encryptionHeaders(report);
        const isOwn = report.operation === 'HeadObject' && report.encryption?.method === 'AES256';
        return isOwn ? [...headers, ['x-oss-server-side-encryption-key-id', 'oss-internal']] : headers;
      },
    },
  }),
} satisfies Deviation;
