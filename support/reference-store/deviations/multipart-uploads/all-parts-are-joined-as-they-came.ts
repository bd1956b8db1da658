import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-39',
  mistake: 'Joins all parts in the order in which they came, and sorts only those of a list.',
  caughtAs: 'expected the 102405 bytes of the parts 1, 3, got other bytes',
  deviate: ({ objects }) => ({
    objects: {
      chosenParts: (chosen, uploaded) => {
        const taken = objects.chosenParts(chosen, uploaded);
        // Only x-oss-complete-all hands over the uploaded parts themselves.
        const takesAll = chosen.length > 0 && chosen.every((part) => part === uploaded.get(part.partNumber));
        return takesAll && Array.isArray(taken) ? [...uploaded.values()] : taken;
      },
    },
  }),
} satisfies Deviation;
