import { element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-07',
  mistake: 'Clears the algorithm of a deleted rule in the bucket info, but writes "null" for its key.',
  caughtAs: 'expected no KMSMasterKeyID, got KMSMasterKeyID null',
  deviate({ encryption, rules }) {
    const deleted = new Set<string>();
    let isDeleted = false;
    return {
      rules: {
        remove(bucket, buckets) {
          deleted.add(bucket.name);
          return rules.remove(bucket, buckets);
        },
        read(bucket, reader, buckets) {
          isDeleted = deleted.has(bucket.name);
          return rules.read(bucket, reader, buckets);
        },
      },
      encryption: {
        writeInfoRule(rule) {
          const shown = encryption.writeInfoRule(rule);
          if (rule !== null || shown === null || !isDeleted) return shown;
          return { ...shown, children: [...shown.children, element('KMSMasterKeyID', 'null')] };
        },
      },
    };
  },
} satisfies Deviation;
