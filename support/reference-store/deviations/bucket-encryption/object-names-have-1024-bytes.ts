import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-33',
  mistake: 'Takes the limit of S3 for the length of an object name.',
  caughtAs: 'got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      documented(Buffer.byteLength(call.key) === 1024 ? { ...call, key: call.key.slice(1) } : call),
    ),
  }),
} satisfies Deviation;
