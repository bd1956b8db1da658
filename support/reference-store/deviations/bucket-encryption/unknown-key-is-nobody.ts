import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-34',
  mistake: 'Treats an unknown key as no key at all, and forbids what an anonymous caller may not write.',
  caughtAs: 'expected 403 InvalidAccessKeyId, got 403 AccessDenied',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        refusal.code === 'InvalidAccessKeyId' && call.operation?.name === 'PutBucketEncryption'
          ? new Refusal({ status: 403, code: 'AccessDenied', message: 'Anonymous access is forbidden.' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
