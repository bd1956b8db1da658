import { percentDecode } from '../../http/request-target.ts';
import { headerValue } from '../../http/store-request.ts';
import { Refusal } from '../../errors/refusal.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-16',
  mistake: 'Does not expect that the name of a copy source may not be UTF-8, and fails.',
  caughtAs: 'expected a refusal, got 500 InternalError',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      percentDecode(headerValue(call.request.headers, 'x-oss-copy-source') ?? '') === null
        ? new Refusal({ status: 500, code: 'InternalError', message: 'We encountered an internal error.' })
        : documented(call),
    ),
  }),
} satisfies Deviation;
