import { forOneReason } from '../../deviation.ts';
import { namedKeys } from '../../kms/key-registry.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-03',
  mistake: 'Encrypts with the default key under KMS, whichever key the upload names.',
  caughtAs: 'expected x-oss-server-side-encryption-key-id: the key, got another key',
  alsoCaughtBy: {
    ...forOneReason('it names the key by header', 'OBJ-09', 'OBJ-21', 'OBJ-22'),
    'OBJ-44': 'it uploads with a key and looks for it',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const { requested } = question;
        const isNamed = requested.algorithm === 'KMS' && requested.kmsMasterKeyId === namedKeys.enabled;
        return objects.chooseEncryption(
          isNamed ? { ...question, requested: { ...requested, kmsMasterKeyId: null } } : question,
        );
      },
    },
  }),
} satisfies Deviation;
