import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-18',
  mistake: 'Evaluates conditions on reads only, and ignores those of an upload.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) => without(headers, /^if-/i)),
  }),
} satisfies Deviation;
