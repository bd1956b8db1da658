import { uploadIdIn } from '../../changed-uploads.ts';
import { invalidArgument } from '../../errors/refusal.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-46',
  mistake: 'Checks that the id in a completion is one of its own form before it looks for the upload.',
  caughtAs: 'expected 404 NoSuchUpload, got 400 InvalidArgument',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['CompleteMultipartUpload'], (call, documented) =>
      /^[0-9A-F]{32}$/.test(uploadIdIn(call))
        ? documented(call)
        : invalidArgument('The upload ID is malformed.', { name: 'uploadId' }),
    ),
  }),
} satisfies Deviation;
