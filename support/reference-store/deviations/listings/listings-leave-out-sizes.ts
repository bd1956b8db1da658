import { forOneReason, type Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-04',
  mistake: 'Lists the objects by their keys alone, because its own client asks for each object anyway.',
  caughtAs: 'no Size below /ListBucketResult/Contents',
  alsoCaughtBy: forOneReason('it reads the size from a listing, too', 'LSO-06', 'LSO-38', 'OBJ-46'),
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'ListObjects' && answer.body instanceof Uint8Array
        ? { ...answer, body: Buffer.from(answer.body.toString().replaceAll(/<Size>\d+<\/Size>/gu, '')) }
        : answer,
  }),
} satisfies Deviation;
