import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-18',
  mistake: 'Reads conditions on readings only and carries out an upload whatever it demands.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) => without(headers, /^if-/i)),
  }),
} satisfies Deviation;
