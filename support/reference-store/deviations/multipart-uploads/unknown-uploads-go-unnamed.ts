import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-14',
  mistake: 'Says that the upload does not exist, but not which one.',
  caughtAs: 'got no UploadId',
  deviate: () => ({
    errors: { refusal: (refusal) => (refusal.code === 'NoSuchUpload' ? refusal.with({ details: [] }) : refusal) },
  }),
} satisfies Deviation;
