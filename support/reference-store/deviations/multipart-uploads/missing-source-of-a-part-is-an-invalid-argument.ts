import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-25',
  mistake: 'Takes a source that is not there for a mistake in the header that names it.',
  caughtAs: 'expected 404 NoSuchKey, got 400 InvalidArgument',
  deviate: ({ errors }) => ({
    errors: changeRefusal(errors, 'UploadPart', 'NoSuchKey', { status: 400, code: 'InvalidArgument' }),
  }),
} satisfies Deviation;
