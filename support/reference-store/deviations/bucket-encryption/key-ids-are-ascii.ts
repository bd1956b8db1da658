import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-33',
  mistake: 'Keeps key ids in a column of ASCII, which has a question mark for every other character.',
  caughtAs: '??-Schl?ssel',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule(proposal) {
        const rule = encryption.validateRule(proposal);
        if (rule instanceof Refusal || rule.kmsMasterKeyId === null) return rule;
        return { ...rule, kmsMasterKeyId: rule.kmsMasterKeyId.replaceAll(/[^ -~]/gu, '?') };
      },
    },
  }),
} satisfies Deviation;
