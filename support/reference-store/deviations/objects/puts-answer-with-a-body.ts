import { changeAnswers, isCopy } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-01',
  mistake: 'Answers an upload with the text OK, like a mock server for one client.',
  caughtAs: 'expected no body, got 200',
  deviate: ({ route }) => ({
    route: changeAnswers(route, ['PutObject'], (answer, call) =>
      isCopy(call)
        ? answer
        : { ...answer, headers: [...answer.headers, ['Content-Type', 'text/plain']], body: Buffer.from('OK') },
    ),
  }),
} satisfies Deviation;
