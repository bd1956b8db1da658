import { isCopy, atSource, headOf } from '../../changed-exchange.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-01',
  mistake: 'Copies within one bucket only, because its buckets are on different disks.',
  caughtAs: 'expected 200, got 403 AccessDenied',
  alsoCaughtBy: {
    'CPY-05': 'one of its copies is from another bucket',
    'OBJ-19': 'one of its copies is from another bucket',
    'OBJ-49': 'it copies from another bucket',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      const source = atSource(call);
      if (!isCopy(call) || source.bucket === call.bucket || (await headOf(source, perform)) === null)
        return documented(call);
      return new Refusal({ status: 403, code: 'AccessDenied', message: 'The source is in another bucket.' });
    }),
  }),
} satisfies Deviation;
