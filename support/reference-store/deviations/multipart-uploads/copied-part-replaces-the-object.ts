import { isCopy } from '../../changed-exchange.ts';
import { afterSuccess, withQuery } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-21',
  mistake:
    'Handles x-oss-copy-source first, and copies the source over the object too (aliyun/oss-emulator, lib/emulator/request.rb).',
  caughtAs: 'unchanged, got other bytes',
  deviate: ({ route }) => ({
    route: afterSuccess(route, 'UploadPart', async (call, _documented, perform) =>
      isCopy(call)
        ? perform(
            'PutObject',
            withQuery(call, () => []),
          )
        : null,
    ),
  }),
} satisfies Deviation;
