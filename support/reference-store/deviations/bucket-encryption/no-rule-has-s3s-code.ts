import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-10',
  mistake: 'Answers a missing rule with the S3 code.',
  caughtAs: 'got 404 ServerSideEncryptionConfigurationNotFoundError',
  deviate: ({ encryption }) => ({
    encryption: {
      noRule: (bucket) => encryption.noRule(bucket).with({ code: 'ServerSideEncryptionConfigurationNotFoundError' }),
    },
  }),
} satisfies Deviation;
