import { changeAnswers, changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-09',
  mistake: 'Stores the type of an object outside its record, and does not change it when the object is replaced.',
  caughtAs: 'with x-oss-object-type: Normal, got Appendable',
  alsoCaughtBy: {
    'APP-10': 'the type of the object that replaced an appendable one is looked at there too',
  },
  deviate({ route }) {
    const appended = new Set<string>();
    const remembering = changeAnswers(route, ['AppendObject'], (answer, { bucket, key }) => {
      appended.add(`${bucket}/${key}`);
      return answer;
    });
    return {
      route: changeAnswerHeaders(remembering, ['GetObject'], (headers, _answer, { bucket, key }) =>
        appended.has(`${bucket}/${key}`) ? withValue(headers, 'x-oss-object-type', 'Appendable') : headers,
      ),
    };
  },
} satisfies Deviation;
