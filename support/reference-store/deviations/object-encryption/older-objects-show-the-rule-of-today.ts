import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-11',
  mistake: "Reads an object's algorithm from the bucket's current rule, so a new rule relabels all existing objects.",
  caughtAs: 'got AES256',
  alsoCaughtBy: {
    'OBJ-49': 'it looks at the encryption of a copy that differs from the rule',
    'OBJ-50': 'it looks at objects that are older than the rule',
    'OBJ-12': 'its objects have another algorithm than the rule',
  },
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders(report) {
        const { operation, encryption, rule } = report;
        const isRead = operation === 'GetObject' || operation === 'HeadObject';
        const differs = rule !== null && rule.algorithm !== 'SM4' && rule.algorithm !== encryption?.method;
        return isRead && differs
          ? [['x-oss-server-side-encryption', rule.algorithm]]
          : objects.encryptionHeaders(report);
      },
    },
  }),
} satisfies Deviation;
