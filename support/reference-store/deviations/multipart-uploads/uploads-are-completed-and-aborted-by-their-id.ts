import { changeAnswers, changeRequests } from '../../changed-exchange.ts';
import { newUploadIdIn, uploadIdIn } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-15',
  mistake: 'Compares bucket and name with those of the upload where a part arrives, and never again.',
  caughtAs: 'expected 404 NoSuchUpload, got 20',
  deviate({ route }) {
    const uploads = new Map<string, { readonly bucket: string; readonly key: string }>();
    const noted = changeAnswers(route, ['InitiateMultipartUpload'], (answer, { bucket, key }) => {
      uploads.set(newUploadIdIn(answer), { bucket, key });
      return answer;
    });
    return {
      route: changeRequests(noted, ['CompleteMultipartUpload', 'AbortMultipartUpload'], (call) => ({
        ...call,
        ...uploads.get(uploadIdIn(call)),
      })),
    };
  },
} satisfies Deviation;
