import { changeAnswers } from '../../changed-exchange.ts';
import { afterSuccess, newUploadIdIn, uploadIdIn, withQuery } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-49',
  mistake: 'Keeps parts by the name of the object (as aliyun/oss-emulator does), and cleans up all of them.',
  caughtAs: 'expected the multipart upload still to be in progress, got NoSuchUpload',
  deviate({ route }) {
    const ids = new Map<string, readonly string[]>();
    const noted = changeAnswers(route, ['InitiateMultipartUpload'], (answer, { bucket, key }) => {
      const object = `${bucket}/${key}`;
      ids.set(object, [...(ids.get(object) ?? []), newUploadIdIn(answer)]);
      return answer;
    });
    return {
      route: afterSuccess(noted, 'CompleteMultipartUpload', async (call, _documented, perform) => {
        const others = (ids.get(`${call.bucket}/${call.key}`) ?? []).filter((id) => id !== uploadIdIn(call));
        for (const id of others)
          await perform(
            'AbortMultipartUpload',
            withQuery(call, () => [['uploadId', id]]),
          );
      }),
    };
  },
} satisfies Deviation;
