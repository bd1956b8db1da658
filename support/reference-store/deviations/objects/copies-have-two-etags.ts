import { randomUUID } from 'node:crypto';
import { changeAnswerHeaders, withValue, isCopy } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-04',
  mistake: 'Answers a copy with an ETag header that differs from the ETag in the body.',
  caughtAs: 'expected the ETag that its body names, got another one',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['PutObject'], (headers, _answer, call) =>
      isCopy(call) ? withValue(headers, 'ETag', `"${randomUUID().replaceAll('-', '').toUpperCase()}"`) : headers,
    ),
  }),
} satisfies Deviation;
