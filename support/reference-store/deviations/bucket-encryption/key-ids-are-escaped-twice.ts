import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-33',
  mistake: 'Escapes the key id when the rule is set, and again when it is written.',
  caughtAs: 'a&lt;b',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule(proposal) {
        const rule = encryption.validateRule(proposal);
        if (rule instanceof Refusal || rule.kmsMasterKeyId === null) return rule;
        return { ...rule, kmsMasterKeyId: escaped(rule.kmsMasterKeyId) };
      },
    },
  }),
} satisfies Deviation;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
