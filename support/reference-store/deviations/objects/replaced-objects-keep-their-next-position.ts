import { changeAnswers, changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-10',
  mistake: 'Stores the end of an appendable object outside its record, and shows it after the object is replaced.',
  caughtAs: 'with x-oss-next-append-position: (none), got',
  deviate({ route }) {
    const appended = new Set<string>();
    const remembering = changeAnswers(route, ['AppendObject'], (answer, { bucket, key }) => {
      appended.add(`${bucket}/${key}`);
      return answer;
    });
    return {
      route: changeAnswerHeaders(remembering, ['GetObject'], (headers, _answer, { bucket, key }) =>
        appended.has(`${bucket}/${key}`) && headerValue(headers, 'x-oss-object-type') === 'Normal'
          ? withValue(headers, 'x-oss-next-append-position', '3')
          : headers,
      ),
    };
  },
} satisfies Deviation;
