import { afterSuccess } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-48',
  mistake: 'Ignores uploadId on DELETE, and deletes the object of that name with the upload.',
  caughtAs: 'unchanged, got 404 NoSuchKey',
  deviate: ({ route }) => ({
    route: afterSuccess(route, 'AbortMultipartUpload', (call, _documented, perform) => perform('DeleteObject', call)),
  }),
} satisfies Deviation;
