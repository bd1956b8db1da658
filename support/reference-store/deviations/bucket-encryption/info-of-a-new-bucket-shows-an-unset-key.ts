import { element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-04',
  mistake: 'Shows a dash for the unset fields of a bucket that never had a rule, as its console does.',
  caughtAs: 'expected no KMSMasterKeyID, got KMSMasterKeyID -',
  deviate({ encryption, rules }) {
    const known = new Set<string>();
    let isNew = false;
    return {
      rules: {
        write(attempt) {
          known.add(attempt.bucket.name);
          return rules.write(attempt);
        },
        read(bucket, reader, buckets) {
          isNew = !known.has(bucket.name);
          return rules.read(bucket, reader, buckets);
        },
      },
      encryption: {
        writeInfoRule(rule) {
          const shown = encryption.writeInfoRule(rule);
          if (rule !== null || shown === null || !isNew) return shown;
          return { ...shown, children: [...shown.children, element('KMSMasterKeyID', '-')] };
        },
      },
    };
  },
} satisfies Deviation;
