import { withQuery } from '../../changed-uploads.ts';
import { queryValue } from '../../http/store-request.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-13',
  mistake: 'Takes a PUT for a part only if it has both parameters, and for the whole object otherwise.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['UploadPart'], (call, documented, perform) =>
      (queryValue(call.request.query, 'partNumber') ?? '') === ''
        ? perform(
            'PutObject',
            withQuery(call, () => []),
          )
        : documented(call),
    ),
  }),
} satisfies Deviation;
