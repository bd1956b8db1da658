import type { Deviation } from '../deviation.ts';

export default {
  clause: 'PBE-17',
  mistake: 'Validates the rule and answers 200, but the handler that was to store it was never written.',
  caughtAs: 'NoSuchServerSideEncryptionRule',
  deviate: () => ({ rules: { write: () => [] } }),
} satisfies Deviation;
