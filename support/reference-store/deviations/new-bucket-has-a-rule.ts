import { forOneReason } from '../deviation.ts';
import { Refusal } from '../errors/refusal.ts';
import type { Deviation } from '../deviation.ts';

export default {
  clause: 'GBE-13',
  mistake: 'Gives every new bucket an AES256 rule, as S3 has done since 2023.',
  caughtAs: 'expected no rule, got the rule AES256',
  alsoCaughtBy: {
    ...forOneReason(
      'its bucket is a new one',
      'AUTH-02',
      'AUTH-05',
      'AUTH-13',
      'AUTH-14',
      'AUTH-15',
      'AUTH-22',
      'AUTH-32',
      'AUTH-33',
      'AUTH-37',
      'ENV-15',
      'ENV-25',
      'PBE-04',
      'PBE-05',
      'PBE-23',
      'PBE-26',
      'PBE-28',
      'PBE-34',
      'PBE-36',
      'GBE-08',
      'GBE-10',
      'GBE-11',
      'GBI-04',
    ),
    'OBJ-*': 'it uploads to a bucket without a rule',
  },
  deviate: ({ buckets }) => ({
    buckets: {
      put(creation, existing, view) {
        const changes = buckets.put(creation, existing, view);
        if (changes instanceof Refusal || existing) return changes;
        return changes.map((change) =>
          change.kind === 'save' && change.record.encryption === null
            ? {
                kind: 'save',
                record: {
                  ...change.record,
                  encryption: { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null },
                },
              }
            : change,
        );
      },
    },
  }),
} satisfies Deviation;
