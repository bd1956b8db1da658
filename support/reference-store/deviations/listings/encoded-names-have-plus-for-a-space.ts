import { forOneReason, type Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-34',
  mistake: 'Encodes names as a form does, with a plus sign for a space, as S3 does (measured in backlot issue 178).',
  caughtAs: '"a+b%2Bc" in /ListBucketResult/Contents/Key instead of "a%20b%2Bc"',
  alsoCaughtBy: {
    ...forOneReason('it finds a name with a space in a listing', 'CPY-02', 'KEY-05'),
    'MPU-21': 'it finds a name with a space in a listing',
  },
  deviate: ({ listings }) => ({
    listings: {
      name: (name, encodingType) => {
        const written = listings.name(name, encodingType);
        return encodingType === 'url' ? written.replaceAll('%20', '+') : written;
      },
    },
  }),
} satisfies Deviation;
