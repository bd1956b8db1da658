import { changeAnswers } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-18',
  mistake: 'Puts the namespace of an old example on the answer to a copy, which some clients cannot read.',
  caughtAs: 'expected no namespace, got the namespace http://doc.oss-cn-hangzhou.aliyuncs.com',
  deviate: ({ route }) => ({
    route: changeAnswers(route, ['PutObject'], (answer) => {
      const text = answer.body instanceof Uint8Array ? Buffer.from(answer.body).toString() : '';
      const root = '<CopyObjectResult xmlns="http://doc.oss-cn-hangzhou.aliyuncs.com">';
      return text === '' ? answer : { ...answer, body: Buffer.from(text.replace('<CopyObjectResult>', root)) };
    }),
  }),
} satisfies Deviation;
