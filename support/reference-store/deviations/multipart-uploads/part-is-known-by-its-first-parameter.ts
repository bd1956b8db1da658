import { withQuery } from '../../changed-uploads.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-11',
  mistake:
    'Looks for "?partNumber=" in the URL, and takes a part whose uploadId comes first for the object (aliyun/oss-emulator, lib/emulator/request.rb).',
  caughtAs: 'no Part below /ListPartsResult',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['UploadPart'], (call, documented, perform) => {
      const [[first] = [], [second] = []] = call.request.query;
      const isReversed = first === 'uploadId' && second === 'partNumber';
      return isReversed
        ? perform(
            'PutObject',
            withQuery(call, () => []),
          )
        : documented(call);
    }),
  }),
} satisfies Deviation;
