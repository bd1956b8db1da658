import { changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DEL-05',
  mistake: 'Names the version null in every bucket.',
  caughtAs: 'expected x-oss-version-id: (none), got null',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['DeleteObject'], (headers) => withValue(headers, 'x-oss-version-id', 'null')),
  }),
} satisfies Deviation;
