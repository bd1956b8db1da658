import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-04',
  mistake: 'Maps the body onto a class and never checks the name of its root.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ encryption }) => ({
    encryption: { readRule: (document) => encryption.readRule({ ...document, name: 'ServerSideEncryptionRule' }) },
  }),
} satisfies Deviation;
