import { namedKeys } from '../../kms/key-registry.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-17',
  mistake: 'Names the default key in the answer to the upload, but stores only key ids that were requested.',
  caughtAs: 'expected the header x-oss-server-side-encryption-key-id, got none',
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders(report) {
        const headers = objects.encryptionHeaders(report);
        const isDefault = report.operation !== 'PutObject' && report.encryption?.keyId !== namedKeys.enabled;
        return isDefault ? headers.filter(([name]) => !name.endsWith('-key-id')) : headers;
      },
    },
  }),
} satisfies Deviation;
