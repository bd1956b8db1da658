import { atSource, sizeOf } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import { invalidRange } from '../../objects/refusals.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-61',
  mistake: 'Refuses a range for a part that has no byte of the source, as S3 does.',
  caughtAs: 'expected the part to be stored, got 416 InvalidRange',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['UploadPart'], async (call, documented, perform) => {
      const range = headerValue(call.request.headers, 'x-oss-copy-source-range');
      const size = range === undefined ? null : await sizeOf(atSource(call), perform);
      if (range === undefined || size === null) return documented(call);
      const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
      const isEmpty = first === undefined || Number(first) >= size || (last !== '' && Number(last) < Number(first));
      return isEmpty ? invalidRange(size) : documented(call);
    }),
  }),
} satisfies Deviation;
