import { changeRequestHeaders, changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-06',
  mistake: 'Stores every header of an upload that begins with x-.',
  caughtAs: 'expected x-custom: (none), got alice',
  deviate({ route }) {
    const uploaded = new Map<string, string>();
    const remembering = changeRequestHeaders(route, ['PutObject'], (headers, { bucket, key }) => {
      const value = headerValue(headers, 'x-custom');
      if (value !== undefined) uploaded.set(`${bucket}/${key}`, value);
      return headers;
    });
    return {
      route: changeAnswerHeaders(remembering, ['HeadObject'], (headers, _answer, { bucket, key }) => {
        const value = uploaded.get(`${bucket}/${key}`);
        return value === undefined ? headers : withValue(headers, 'x-custom', value);
      }),
    };
  },
} satisfies Deviation;
