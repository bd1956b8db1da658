import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-04',
  mistake: 'Signs /bucket?encryption, as the sample on the page about SignatureDoesNotMatch shows it.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: forOneReason(
    'it signs the resource of a bucket by V1',
    'AUTH-01',
    'AUTH-02',
    'AUTH-03',
    'AUTH-05',
    'AUTH-06',
    'AUTH-07',
    'AUTH-08',
    'AUTH-09',
    'AUTH-10',
    'AUTH-11',
    'AUTH-13',
    'AUTH-14',
    'AUTH-15',
    'AUTH-17',
    'AUTH-34',
    'AUTH-37',
    'ENV-29',
    'PBE-02',
  ),
  deviate: ({ authentication }) => ({
    authentication: {
      v1Resource: (address, query) => authentication.v1Resource(address, query).replace(/^(\/[^/]+)\/(?=\?|$)/, '$1'),
    },
  }),
} satisfies Deviation;
