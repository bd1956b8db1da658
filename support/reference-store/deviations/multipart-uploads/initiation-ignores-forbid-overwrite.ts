import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-06',
  mistake: 'Checks x-oss-forbid-overwrite only where it writes the object.',
  caughtAs: 'expected 409 FileAlreadyExists, got 200',
  alsoCaughtBy: { 'PUT-16': 'a value other than true and false is not refused' },
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['InitiateMultipartUpload'], (headers) =>
      without(headers, /^x-oss-forbid-overwrite$/i),
    ),
  }),
} satisfies Deviation;
