import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-10',
  mistake: 'Takes algorithm and key from the rule, and ignores the element that the English page does not list.',
  caughtAs: 'expected the header x-oss-server-side-data-encryption, got none',
  alsoCaughtBy: { 'OBJ-08': 'its object is encrypted by such a rule' },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: ({ rule, ...question }) =>
        objects.chooseEncryption({ ...question, rule: rule && { ...rule, kmsDataEncryption: null } }),
    },
  }),
} satisfies Deviation;
