import { changeAnswers } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DEL-01',
  mistake: 'Answers a deletion with 200, like other calls.',
  caughtAs: 'expected 204, got 200',
  alsoCaughtBy: {
    'DEL-02': 'the status of a second deletion is the same',
    'DEL-04': 'the status of every deletion is the same',
  },
  deviate: ({ route }) => ({
    route: changeAnswers(route, ['DeleteObject'], (answer) => ({ ...answer, status: 200 })),
  }),
} satisfies Deviation;
