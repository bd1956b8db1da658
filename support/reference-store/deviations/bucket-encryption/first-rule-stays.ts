import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-18',
  mistake: 'Inserts a rule where there is none and keeps an existing one, but answers 200 to both.',
  caughtAs: 'got the rule KMS with the key',
  alsoCaughtBy: {
    'OBJ-50': 'it uploads after the rule was replaced',
    'PBE-30': 'its near-miss twin sets another rule than there is',
    'GBE-08': 'it reads the rule that was set last',
    'OBJ-11': 'it changes the rule of its bucket',
  },
  deviate: ({ rules }) => ({
    rules: { write: (attempt) => (encryptionSetting.of(attempt.bucket) === null ? rules.write(attempt) : []) },
  }),
} satisfies Deviation;
