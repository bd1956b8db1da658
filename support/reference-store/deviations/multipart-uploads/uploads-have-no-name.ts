import { changeAnswers, changeRequests, renamed } from '../../changed-exchange.ts';
import { newUploadIdIn, uploadIdIn } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-15',
  mistake: 'Finds an upload by its id alone, and does not compare the name.',
  caughtAs: 'expected 404 NoSuchUpload, got 200',
  deviate({ route }) {
    const keys = new Map<string, string>();
    const noted = changeAnswers(route, ['InitiateMultipartUpload'], (answer, { key }) => {
      keys.set(newUploadIdIn(answer), key);
      return answer;
    });
    return {
      route: changeRequests(noted, ['UploadPart'], (call) => renamed(call, (key) => keys.get(uploadIdIn(call)) ?? key)),
    };
  },
} satisfies Deviation;
