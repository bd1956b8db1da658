import { changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-13',
  mistake: 'Shows the time of the first upload under the name.',
  caughtAs: 'expected Last-Modified to be later than before',
  deviate({ route }) {
    const first = new Map<string, string>();
    return {
      route: changeAnswerHeaders(route, ['GetObject', 'HeadObject'], (headers, _answer, { bucket, key }) => {
        const time = first.get(`${bucket}/${key}`) ?? headerValue(headers, 'Last-Modified') ?? '';
        first.set(`${bucket}/${key}`, time);
        return withValue(headers, 'Last-Modified', time);
      }),
    };
  },
} satisfies Deviation;
