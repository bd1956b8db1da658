import { namedKeys } from '../../kms/key-registry.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-10',
  mistake: 'Takes the algorithm from the rule, but always uses the default key.',
  caughtAs: 'expected x-oss-server-side-encryption-key-id: the key, got another key',
  alsoCaughtBy: {
    'OBJ-50': 'it looks for the key of the rule at an older object',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption({ rule, ...question }) {
        const isKnown = rule?.kmsMasterKeyId === namedKeys.enabled;
        return objects.chooseEncryption({
          ...question,
          rule: rule && isKnown ? { ...rule, kmsMasterKeyId: null } : rule,
        });
      },
    },
  }),
} satisfies Deviation;
