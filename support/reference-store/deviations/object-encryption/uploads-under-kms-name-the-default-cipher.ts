import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-16',
  mistake: 'Stores and shows a data cipher for every KMS object: AES256 where the request named none.',
  caughtAs: 'expected x-oss-server-side-data-encryption: (none), got AES256',
  alsoCaughtBy: {
    'OBJ-50': 'it expects no data cipher after the rule that named one',
  },
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders(report) {
        const headers = objects.encryptionHeaders(report);
        const isDefault = report.encryption?.method === 'KMS' && report.encryption.dataAlgorithm === 'AES256';
        return isDefault ? [...headers, ['x-oss-server-side-data-encryption', 'AES256']] : headers;
      },
    },
  }),
} satisfies Deviation;
