import { namedKeys } from '../../kms/key-registry.ts';
import type { Deviation } from '../../deviation.ts';

const known: ReadonlySet<string | null> = new Set([null, '', ...Object.values(namedKeys)]);

export default {
  clause: 'OBJ-30',
  mistake: 'Encrypts with the default key where an upload names a key that does not exist.',
  caughtAs: 'expected 404 KeyNotFound, got 200',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const { requested } = question;
        const isLost = requested.algorithm === 'KMS' && !known.has(requested.kmsMasterKeyId);
        return objects.chooseEncryption(
          isLost ? { ...question, requested: { ...requested, kmsMasterKeyId: null } } : question,
        );
      },
    },
  }),
} satisfies Deviation;
