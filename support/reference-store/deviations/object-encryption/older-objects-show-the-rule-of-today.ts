import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-11',
  mistake: "Reads an object's algorithm from the bucket's current rule, so a new rule relabels all existing objects.",
  caughtAs: 'got AES256',
  alsoCaughtBy: {
    'OBJ-49': 'its scenarios use the call that this mistake changes',
    'OBJ-50': 'its scenarios use the call that this mistake changes',
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
