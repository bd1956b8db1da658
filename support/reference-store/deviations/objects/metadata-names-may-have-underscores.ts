import { changeRequestHeaders, changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-10',
  mistake: 'Stores user metadata of any name.',
  caughtAs: 'expected no header x-oss-meta-a_b, got one',
  deviate({ route }) {
    const uploaded = new Map<string, string>();
    const remembering = changeRequestHeaders(route, ['PutObject'], (headers, { bucket, key }) => {
      const value = headerValue(headers, 'x-oss-meta-a_b');
      if (value !== undefined) uploaded.set(`${bucket}/${key}`, value);
      return headers;
    });
    return {
      route: changeAnswerHeaders(remembering, ['HeadObject'], (headers, _answer, { bucket, key }) => {
        const value = uploaded.get(`${bucket}/${key}`);
        return value === undefined ? headers : withValue(headers, 'x-oss-meta-a_b', value);
      }),
    };
  },
} satisfies Deviation;
