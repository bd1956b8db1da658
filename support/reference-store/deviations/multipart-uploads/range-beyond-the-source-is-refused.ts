import { atSource, sizeOf } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import { invalidRange } from '../../objects/refusals.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-24',
  mistake: 'Refuses a range that ends beyond the source, as S3 does.',
  caughtAs: 'expected the part to be stored, got 416 InvalidRange',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['UploadPart'], async (call, documented, perform) => {
      const range = headerValue(call.request.headers, 'x-oss-copy-source-range') ?? '';
      const last = Number(/-(\d+)$/.exec(range)?.[1] ?? 0);
      const size = range === '' ? null : await sizeOf(atSource(call), perform);
      return size !== null && last >= size ? invalidRange(size) : documented(call);
    }),
  }),
} satisfies Deviation;
