import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-44',
  mistake: 'Supports x-oss-forbid-overwrite where an upload begins, but not where it ends.',
  caughtAs: 'expected 409 FileAlreadyExists, got 200',
  alsoCaughtBy: { 'PUT-16': 'a value other than true and false is not refused' },
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['CompleteMultipartUpload'], (headers) =>
      without(headers, /^x-oss-forbid-overwrite$/i),
    ),
  }),
} satisfies Deviation;
