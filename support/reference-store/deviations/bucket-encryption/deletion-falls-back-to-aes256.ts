import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-14',
  mistake: 'Replaces a deleted rule with its own default, as S3 does.',
  caughtAs: 'expected no rule, got the rule AES256',
  alsoCaughtBy: {
    'DBE-11': 'it expects no rule after the deletion that is allowed',
    ...forOneReason('its rule was deleted', 'DBE-01', 'DBE-04', 'DBE-06', 'DBE-07'),
    'DBE-09': 'it deletes the rule of its bucket',
    'AUTH-*': 'it deletes a rule to show that a signature is taken',
  },
  deviate: () => ({
    rules: {
      remove: (bucket) => [
        {
          kind: 'save',
          record: encryptionSetting.set(bucket, { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null }),
        },
      ],
    },
  }),
} satisfies Deviation;
