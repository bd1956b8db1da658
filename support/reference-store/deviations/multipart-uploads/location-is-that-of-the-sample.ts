import { changeDocuments } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-63',
  mistake: 'Answers the Location of the sample (aliyun/oss-emulator answers a constant).',
  caughtAs: 'expected the URL of the object as Location, got another URL',
  deviate: ({ route }) => ({
    route: changeDocuments(route, 'CompleteMultipartUpload', (xml) =>
      xml.replace(
        /<Location>.*<\/Location>/,
        '<Location>http://oss-example.oss-cn-hangzhou.aliyuncs.com/multipart.data</Location>',
      ),
    ),
  }),
} satisfies Deviation;
