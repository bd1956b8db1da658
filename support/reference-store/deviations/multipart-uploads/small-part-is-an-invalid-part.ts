import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-60',
  mistake: 'Has one code for everything that is wrong with a listed part.',
  caughtAs: 'expected 400 EntityTooSmall, got 400 InvalidPart',
  deviate: ({ errors }) => ({
    errors: changeRefusal(errors, 'CompleteMultipartUpload', 'EntityTooSmall', { code: 'InvalidPart' }),
  }),
} satisfies Deviation;
