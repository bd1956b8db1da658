import { changeUploadListing } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-55',
  mistake: 'Continues a listing of uploads by their names alone, and loses further uploads of the last name.',
  caughtAs: 'Upload below /ListMultipartUploadsResult',
  alsoCaughtBy: { 'MPU-56': 'a page ends between two uploads of one name' },
  deviate: ({ route }) => ({
    route: changeUploadListing(route, (query) => query.filter(([name]) => name !== 'upload-id-marker')),
  }),
} satisfies Deviation;
