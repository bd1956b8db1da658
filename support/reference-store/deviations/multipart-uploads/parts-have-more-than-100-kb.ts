import { takeParts } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-36',
  mistake: 'Reads "larger than 100 KB", as the Chinese pages have it, and refuses a part of exactly that size.',
  caughtAs: 'expected the request to be accepted, got 400 EntityTooSmall',
  deviate: ({ objects }) => ({
    objects: { chosenParts: (chosen, uploaded) => takeParts(objects, chosen, uploaded, 102_401) },
  }),
} satisfies Deviation;
