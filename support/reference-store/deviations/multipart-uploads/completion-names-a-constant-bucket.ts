import { changeDocuments } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-30',
  mistake: 'Answers the bucket of the sample (aliyun/oss-emulator answers a constant).',
  caughtAs: 'in /CompleteMultipartUploadResult/Bucket instead of',
  alsoCaughtBy: { 'MPU-39': 'the answer to a completion with all parts has the same bucket' },
  deviate: ({ route }) => ({
    route: changeDocuments(route, 'CompleteMultipartUpload', (xml) =>
      xml.replace(/<Bucket>.*<\/Bucket>/, '<Bucket>oss-example</Bucket>'),
    ),
  }),
} satisfies Deviation;
