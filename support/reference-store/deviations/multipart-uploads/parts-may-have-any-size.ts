import { takeParts } from '../../changed-uploads.ts';
import { forOneReason, type Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-35',
  mistake: 'Has no least size of a part, since its own files have none.',
  caughtAs: 'expected a refusal, got 200',
  alsoCaughtBy: forOneReason('it has a small part in front of another, too', 'MPU-36', 'MPU-43', 'MPU-60'),
  deviate: ({ objects }) => ({
    objects: { chosenParts: (chosen, uploaded) => takeParts(objects, chosen, uploaded, 0) },
  }),
} satisfies Deviation;
