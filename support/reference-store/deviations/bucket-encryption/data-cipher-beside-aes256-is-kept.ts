import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-21',
  mistake: 'Stores and shows KMSDataEncryption whatever the algorithm.',
  caughtAs: 'expected still the rule AES256, got the rule AES256 with SM4 data encryption',
  deviate: ({ rules }) => ({
    rules: {
      write(attempt) {
        const { validation, proposal } = attempt;
        if (validation instanceof Refusal || proposal?.kmsDataEncryption !== 'SM4') return rules.write(attempt);
        return rules.write({ ...attempt, validation: { ...validation, kmsDataEncryption: 'SM4' } });
      },
    },
  }),
} satisfies Deviation;
