import { Refusal } from '../../errors/refusal.ts';
import { namedKeys } from '../../kms/key-registry.ts';
import type { Deviation } from '../../deviation.ts';

const known: ReadonlySet<string | null> = new Set([null, ...Object.values(namedKeys)]);

export default {
  clause: 'OBJ-24',
  mistake: 'Does not handle the answer of a key management service that does not know the key, and fails.',
  caughtAs: 'expected an answer, got 500 InternalError',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        known.has(question.rule?.kmsMasterKeyId ?? null)
          ? objects.chooseEncryption(question)
          : new Refusal({ status: 500, code: 'InternalError', message: 'We encountered an internal error.' }),
    },
  }),
} satisfies Deviation;
