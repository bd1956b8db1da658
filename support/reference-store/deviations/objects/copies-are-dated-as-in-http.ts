import { changeAnswers } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-03',
  mistake: 'Writes the time of a copy as the element table prints it, in the HTTP format.',
  caughtAs: 'in /CopyObjectResult/LastModified instead of',
  deviate: ({ route }) => ({
    route: changeAnswers(route, ['PutObject'], (answer) => {
      const text = answer.body instanceof Uint8Array ? Buffer.from(answer.body).toString() : '';
      const dated = text.replace(
        /<LastModified>.*<\/LastModified>/,
        `<LastModified>${new Date().toUTCString()}</LastModified>`,
      );
      return text === '' ? answer : { ...answer, body: Buffer.from(dated) };
    }),
  }),
} satisfies Deviation;
