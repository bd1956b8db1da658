import { afterSuccess } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-05',
  mistake: 'Makes room for the new object when its upload begins (aliyun/oss-emulator, lib/emulator/multipart.rb).',
  caughtAs: 'unchanged, got 404 NoSuchKey',
  deviate: ({ route }) => ({
    route: afterSuccess(route, 'InitiateMultipartUpload', (call, _documented, perform) =>
      perform('DeleteObject', call),
    ),
  }),
} satisfies Deviation;
