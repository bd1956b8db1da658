import { namedKeys } from '../../kms/key-registry.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-16',
  mistake: 'Answers an upload with the requested key id, and with no key id where it used the default key.',
  caughtAs: 'expected the header x-oss-server-side-encryption-key-id, got none',
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders(report) {
        const headers = objects.encryptionHeaders(report);
        const isDefault = report.operation === 'PutObject' && report.encryption?.keyId !== namedKeys.enabled;
        return isDefault ? headers.filter(([name]) => !name.endsWith('-key-id')) : headers;
      },
    },
  }),
} satisfies Deviation;
