import { changeAnswerHeaders, without } from '../../changed-exchange.ts';
import { afterSuccess } from '../../changed-uploads.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-03',
  mistake: 'Takes the metadata of the last request of an upload, as it does for an object sent in one piece.',
  caughtAs: 'expected x-oss-meta-author: alice, got bob',
  deviate({ route }) {
    const brought = new Map<string, readonly HeaderPair[]>();
    const noted = afterSuccess(route, 'CompleteMultipartUpload', async ({ bucket, key, request }) => {
      const metadata = request.headers.filter(([name]) => /^x-oss-meta-/i.test(name));
      if (metadata.length > 0) brought.set(`${bucket}/${key}`, metadata);
    });
    return {
      route: changeAnswerHeaders(noted, ['HeadObject'], (headers, _answer, { bucket, key }) => {
        const metadata = brought.get(`${bucket}/${key}`);
        return metadata === undefined ? headers : [...without(headers, /^x-oss-meta-/i), ...metadata];
      }),
    };
  },
} satisfies Deviation;
