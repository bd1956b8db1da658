import { forOneReason } from '../../deviation.ts';
import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-19',
  mistake: 'Has no default key and requires a key id with KMS.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  alsoCaughtBy: {
    ...forOneReason('it sets KMS without a key id', 'PBE-06', 'PBE-09', 'PBE-10', 'PBE-18', 'GBE-08'),
    'PBE-22': 'a bucket is created with KMS and without a key id',
    'PBE-30': 'its near-miss twin is KMS without a key id',
  },
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        proposal.algorithm === 'KMS' && !proposal.kmsMasterKeyId && !isBadCipher(proposal.kmsDataEncryption)
          ? invalidArgument('KMSMasterKeyID is required if the default sse algorithm is KMS')
          : encryption.validateRule(proposal),
    },
  }),
} satisfies Deviation;

function isBadCipher(cipher: string | null): boolean {
  return cipher !== null && cipher !== 'SM4';
}
