import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-11',
  mistake: 'Has the right code for a missing rule, but its own message.',
  caughtAs: 'got "The bucket has no encryption."',
  deviate: ({ encryption }) => ({
    encryption: { noRule: (bucket) => encryption.noRule(bucket).with({ message: 'The bucket has no encryption.' }) },
  }),
} satisfies Deviation;
