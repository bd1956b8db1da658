import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-33',
  mistake: 'Normalises the path: an object named with a slash at the beginning is stored under the name without it.',
  caughtAs: 'got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      documented({ ...call, key: call.key.replace(/^\/+/, '') }),
    ),
  }),
} satisfies Deviation;
