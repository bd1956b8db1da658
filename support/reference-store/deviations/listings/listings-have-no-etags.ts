import { forOneReason, type Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-04',
  mistake: 'Leaves out the ETags, which its index of names does not hold.',
  caughtAs: 'no ETag below /ListBucketResult/Contents',
  alsoCaughtBy: forOneReason('it reads the ETag from a listing, too', 'LSO-06', 'LSO-38', 'MPU-38'),
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'ListObjects' && answer.body instanceof Uint8Array
        ? { ...answer, body: Buffer.from(answer.body.toString().replaceAll(/<ETag>[^<]*<\/ETag>/gu, '')) }
        : answer,
  }),
} satisfies Deviation;
