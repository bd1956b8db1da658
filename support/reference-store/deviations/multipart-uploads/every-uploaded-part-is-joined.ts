import { Refusal } from '../../errors/refusal.ts';
import { forOneReason, type Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-31',
  mistake: 'Joins all uploaded parts, whatever the completion lists.',
  caughtAs: 'with the described bytes, got other bytes',
  alsoCaughtBy: forOneReason('it lists fewer parts than were uploaded', 'MPU-35', 'MPU-43'),
  deviate: ({ objects }) => ({
    objects: {
      chosenParts: (chosen, uploaded) => {
        const taken = objects.chosenParts(chosen, uploaded);
        if (taken instanceof Refusal) return taken;
        return [...uploaded.values()].toSorted((one, other) => one.partNumber - other.partNumber);
      },
    },
  }),
} satisfies Deviation;
