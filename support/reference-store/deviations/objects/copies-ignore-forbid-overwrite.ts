import { changeRequestHeaders, without, isCopy } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-14',
  mistake: 'Supports x-oss-forbid-overwrite on uploads but not on copies.',
  caughtAs: 'expected 409 FileAlreadyExists, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers, call) =>
      isCopy(call) ? without(headers, /^x-oss-forbid-overwrite$/i) : headers,
    ),
  }),
} satisfies Deviation;
