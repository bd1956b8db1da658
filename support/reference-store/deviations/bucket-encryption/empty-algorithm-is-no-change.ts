import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-06',
  mistake: 'Takes an empty SSEAlgorithm as "no change" and answers 200.',
  caughtAs: 'expected a refusal, got 200',
  deviate({ encryption, rules }) {
    const asItIs = { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null } as const;
    return {
      encryption: {
        validateRule: (proposal) => (proposal.algorithm === '' ? asItIs : encryption.validateRule(proposal)),
      },
      rules: { write: (attempt) => (attempt.validation === asItIs ? [] : rules.write(attempt)) },
    };
  },
} satisfies Deviation;
