import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-28',
  mistake: 'Stores the algorithm, then refuses the wrong key id: half of the rule is stored.',
  caughtAs: 'expected no rule, got the rule AES256',
  deviate: ({ rules }) => ({
    rules: {
      write(attempt) {
        const { validation, proposal } = attempt;
        const isHalf = validation instanceof Refusal && validation.code === 'InvalidArgument';
        if (!isHalf || proposal?.algorithm !== 'AES256') return rules.write(attempt);
        const half = { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null } as const;
        return rules.write({ ...attempt, validation: half });
      },
    },
  }),
} satisfies Deviation;
