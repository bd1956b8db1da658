import { namedKeys } from '../../kms/key-registry.ts';
import type { Deviation } from '../../deviation.ts';

const known: ReadonlySet<string | null> = new Set(Object.values(namedKeys));

export default {
  clause: 'OBJ-24',
  mistake: "Encrypts with the default key if the rule's key does not exist, so uploads succeed.",
  caughtAs: 'expected an error, got 200',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption({ rule, ...question }) {
        const isLost = rule !== null && rule.kmsMasterKeyId !== null && !known.has(rule.kmsMasterKeyId);
        return objects.chooseEncryption({ ...question, rule: isLost ? { ...rule, kmsMasterKeyId: null } : rule });
      },
    },
  }),
} satisfies Deviation;
