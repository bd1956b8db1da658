import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-62',
  mistake: 'Has Code and Message only in an error, and no element of its own.',
  caughtAs: 'got no UploadId',
  deviate: ({ errors }) => ({ errors: changeRefusal(errors, 'UploadPart', 'NoSuchUpload', { details: [] }) }),
} satisfies Deviation;
