import { forOneReason, type Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-32',
  mistake: 'Looks only at the numbers of the listed parts (adobe/S3Mock issue 223, versity/versitygw issue 153).',
  caughtAs: 'expected 400 InvalidPart, got 200',
  alsoCaughtBy: forOneReason(
    'it lists a part with an ETag that is not the one of the part',
    'MPU-18',
    'MPU-42',
    'MPU-43',
  ),
  deviate: ({ objects }) => ({
    objects: {
      chosenParts: (chosen, uploaded) =>
        objects.chosenParts(
          chosen.map((part) => ({ ...part, etag: uploaded.get(part.partNumber)?.etag ?? part.etag })),
          uploaded,
        ),
    },
  }),
} satisfies Deviation;
