import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-24',
  mistake: "Stores settings by the caller's key, so the owner does not see a rule that a sub-account set.",
  caughtAs: 'expected SSEAlgorithm AES256, got no rule',
  alsoCaughtBy: { 'PBE-40': 'a sub-account sets a rule that the owner reads' },
  deviate({ authorize, rules }) {
    let bySubAccount = false;
    return {
      authorize(question, call) {
        bySubAccount = question.principal.kind === 'ram-user';
        return authorize(question, call);
      },
      rules: { write: (attempt) => (bySubAccount ? [] : rules.write(attempt)) },
    };
  },
} satisfies Deviation;
