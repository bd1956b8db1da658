import { changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-02',
  mistake: 'Shows every object as Normal on HEAD.',
  caughtAs: 'expected x-oss-object-type: Appendable, got Normal',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['HeadObject'], (headers) => withValue(headers, 'x-oss-object-type', 'Normal')),
  }),
} satisfies Deviation;
