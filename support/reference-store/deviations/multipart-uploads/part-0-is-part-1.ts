import { changeRequests } from '../../changed-exchange.ts';
import { withParameter, withQuery } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-12',
  mistake: 'Takes 0 for the first part, as clients that count from 0 do (jubos/fake-s3 issue 238).',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['UploadPart'], (call) =>
      withQuery(call, (query) => withParameter(query, 'partNumber', (number) => (number === '0' ? '1' : number))),
    ),
  }),
} satisfies Deviation;
