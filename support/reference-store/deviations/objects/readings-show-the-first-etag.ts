import { changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-05',
  mistake:
    'Keeps the ETag of a name in a cache in front of the store and does not drop it when the object is replaced.',
  caughtAs: 'with ETag: "900150983CD24FB0D6963F7D28E17F72", got',
  deviate({ route }) {
    const first = new Map<string, string>();
    return {
      route: changeAnswerHeaders(route, ['GetObject'], (headers, _answer, { bucket, key }) => {
        const etag = first.get(`${bucket}/${key}`) ?? headerValue(headers, 'ETag') ?? '';
        first.set(`${bucket}/${key}`, etag);
        return withValue(headers, 'ETag', etag);
      }),
    };
  },
} satisfies Deviation;
