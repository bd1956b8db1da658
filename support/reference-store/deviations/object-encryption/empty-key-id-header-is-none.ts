import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-31',
  mistake: 'Treats an empty header as a missing one, as its HTTP library does.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const { requested } = question;
        return objects.chooseEncryption({
          ...question,
          requested: { ...requested, kmsMasterKeyId: requested.kmsMasterKeyId || null },
        });
      },
    },
  }),
} satisfies Deviation;
