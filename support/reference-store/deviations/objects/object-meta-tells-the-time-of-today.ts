import { changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'HEAD-04',
  mistake: 'Answers GetObjectMeta from a record that is written when it is read.',
  caughtAs: 'expected Last-Modified: ',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['GetObjectMeta'], (headers) =>
      withValue(headers, 'Last-Modified', new Date(Date.now() + 60_000).toUTCString()),
    ),
  }),
} satisfies Deviation;
