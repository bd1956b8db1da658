import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-24',
  mistake: 'Keeps settings by the caller’s key, so that the owner does not see the rule a sub-account has set.',
  caughtAs: 'expected SSEAlgorithm AES256, got no rule',
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
