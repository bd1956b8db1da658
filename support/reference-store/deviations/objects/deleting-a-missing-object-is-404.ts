import { headOf } from '../../changed-exchange.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import { noSuchKey } from '../../objects/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DEL-02',
  mistake: 'Refuses to delete an object that does not exist.',
  caughtAs: 'expected 204, got 404 NoSuchKey',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['DeleteObject'], async (call, documented, perform) =>
      (await headOf(call, perform)) === null ? noSuchKey(call.key) : documented(call),
    ),
  }),
} satisfies Deviation;
