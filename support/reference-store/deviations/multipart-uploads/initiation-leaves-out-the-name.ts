import { changeDocuments } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-01',
  mistake: 'Answers only the id of the upload, since the client knows the rest.',
  caughtAs: 'no Bucket below /InitiateMultipartUploadResult',
  deviate: ({ route }) => ({
    route: changeDocuments(route, 'InitiateMultipartUpload', (xml) => xml.replace(/<Bucket>.*<\/Key>/, '')),
  }),
} satisfies Deviation;
