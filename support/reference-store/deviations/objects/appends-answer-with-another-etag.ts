import { randomUUID } from 'node:crypto';
import { changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-14',
  mistake: 'Answers an append with an ETag that is not that of the object.',
  caughtAs: 'expected the ETag that HeadObject shows, got another one',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['AppendObject'], (headers) =>
      withValue(headers, 'ETag', `"${randomUUID().replaceAll('-', '').toUpperCase()}"`),
    ),
  }),
} satisfies Deviation;
