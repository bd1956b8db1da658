import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-36',
  mistake: 'Removes the characters that XML cannot hold before it encodes a name.',
  caughtAs: 'expected no other object in the listing, got "ab"',
  alsoCaughtBy: { 'KEY-08': 'it finds names with control characters in a listing' },
  deviate: ({ listings }) => ({
    // oxlint-disable-next-line no-control-regex -- those are meant
    listings: { name: (name, encodingType) => listings.name(name.replaceAll(/[\0-\x1f]/gu, ''), encodingType) },
  }),
} satisfies Deviation;
