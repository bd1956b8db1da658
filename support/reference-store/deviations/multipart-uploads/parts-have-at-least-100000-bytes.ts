import { takeParts } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-36',
  mistake: 'Counts the least size of a part in thousands.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ objects }) => ({
    objects: { chosenParts: (chosen, uploaded) => takeParts(objects, chosen, uploaded, 100_000) },
  }),
} satisfies Deviation;
