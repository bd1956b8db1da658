import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-10',
  mistake: "Answers a missing rule with 400, the status of the documentation's error table from 2020 to 2025.",
  caughtAs: 'got 400 NoSuchServerSideEncryptionRule (as the error table has it)',
  deviate: ({ encryption }) => ({
    encryption: { noRule: (bucket) => encryption.noRule(bucket).with({ status: 400 }) },
  }),
} satisfies Deviation;
