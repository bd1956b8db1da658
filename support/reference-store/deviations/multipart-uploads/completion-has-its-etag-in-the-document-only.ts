import { changeAnswerHeaders, without } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-59',
  mistake: 'Answers a completion as S3 does, without an ETag in the header.',
  caughtAs: 'expected the ETag that its body names, got none',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['CompleteMultipartUpload'], (headers) => without(headers, /^etag$/i)),
  }),
} satisfies Deviation;
