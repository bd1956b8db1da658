import { changeRequests } from '../../changed-exchange.ts';
import { withQuery } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-58',
  mistake: 'Ignores a partNumber without an uploadId, and takes the part for the whole object.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['PutObject'], (call) =>
      withQuery(call, (query) => query.filter(([name]) => name !== 'partNumber')),
    ),
  }),
} satisfies Deviation;
