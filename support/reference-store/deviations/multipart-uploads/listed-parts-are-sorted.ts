import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-33',
  mistake: 'Sorts the listed parts instead of checking their order.',
  caughtAs: 'expected 400 InvalidPartOrder, got 200',
  deviate: ({ objects }) => ({
    objects: {
      chosenParts: (chosen, uploaded) =>
        objects.chosenParts(
          chosen.toSorted((one, other) => one.partNumber - other.partNumber),
          uploaded,
        ),
    },
  }),
} satisfies Deviation;
