import { namedKeys } from '../../kms/key-registry.ts';
import type { Deviation } from '../../deviation.ts';

const unusable: ReadonlySet<string | null> = new Set([
  namedKeys.disabled,
  namedKeys.pendingDeletion,
  namedKeys.pendingImport,
]);

export default {
  clause: 'OBJ-30',
  mistake: 'Asks its key management service whether the key exists, but not whether it may be used.',
  caughtAs: 'expected 409 KeyDisabled, got 200',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const { requested } = question;
        const isUnusable = unusable.has(requested.kmsMasterKeyId);
        return objects.chooseEncryption(
          isUnusable ? { ...question, requested: { ...requested, kmsMasterKeyId: null } } : question,
        );
      },
    },
  }),
} satisfies Deviation;
