import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-02',
  mistake: 'Leaves the line of Content-Type empty, as in the samples of GET.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason('it sends a typed body by V1', 'AUTH-05', 'AUTH-13', 'AUTH-37', 'ENV-29', 'PBE-02', 'AUTH-53'),
    'OBJ-47': 'its V1 URLs upload with a Content-Type',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      v1StringToSign: (parts) => authentication.v1StringToSign({ ...parts, contentType: '' }),
    },
  }),
} satisfies Deviation;
