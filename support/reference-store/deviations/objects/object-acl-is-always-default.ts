import { changeAnswers } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-16',
  mistake: 'Answers GetObjectACL with default, because it has no ACLs.',
  caughtAs: '"default" in /AccessControlPolicy/AccessControlList/Grant instead of "private"',
  alsoCaughtBy: {
    'APP-12': 'the ACL of an append is read in the same way',
  },
  deviate: ({ route }) => ({
    route: changeAnswers(route, ['GetObjectACL'], (answer) => {
      const text = answer.body instanceof Uint8Array ? Buffer.from(answer.body).toString() : '';
      return { ...answer, body: Buffer.from(text.replace(/<Grant>.*<\/Grant>/, '<Grant>default</Grant>')) };
    }),
  }),
} satisfies Deviation;
