import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-04',
  mistake: 'Lists the objects by their keys alone, because its own client asks for each object anyway.',
  caughtAs: 'no Size below /ListBucketResult/Contents',
  alsoCaughtBy: {
    'OBJ-46': 'it reads the size from a listing, too',
  },
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'ListObjects' && answer.body instanceof Uint8Array
        ? { ...answer, body: Buffer.from(answer.body.toString().replaceAll(/<Size>\d+<\/Size>/gu, '')) }
        : answer,
  }),
} satisfies Deviation;
