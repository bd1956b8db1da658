import { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-22',
  mistake: 'Treats PutBucket as an operation that creates no object, and refuses the encryption headers of uploads.',
  caughtAs: 'expected the bucket to be created, got 400 InvalidArgument',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      call.operation?.name === 'PutBucket' &&
      headerValue(call.request.headers, 'x-oss-server-side-encryption') !== undefined
        ? new Refusal({ status: 400, code: 'InvalidArgument', message: 'Invalid Argument. Parameter is invalid.' })
        : authorize(question, call),
  }),
} satisfies Deviation;
