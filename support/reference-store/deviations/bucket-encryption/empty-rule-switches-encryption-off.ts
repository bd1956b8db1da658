import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-05',
  mistake: 'Takes an empty rule as a request to stop encrypting, and removes the rule.',
  caughtAs: 'expected a refusal, got 200',
  deviate({ encryption, rules }) {
    const off = { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null } as const;
    return {
      encryption: {
        readRule: (document) => (document.children.length === 0 ? off : encryption.readRule(document)),
        validateRule: (proposal) => (proposal === off ? off : encryption.validateRule(proposal)),
      },
      rules: {
        write: (attempt) =>
          attempt.validation === off ? rules.remove(attempt.bucket, attempt.buckets) : rules.write(attempt),
      },
    };
  },
} satisfies Deviation;
