import { malformedXml } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-09',
  mistake: 'Its schema allows three elements or one, so KMSDataEncryption without KMSMasterKeyID is malformed.',
  caughtAs: 'expected the request to be accepted, got 400 MalformedXML',
  alsoCaughtBy: { 'PBE-22': 'a bucket is created with KMS, SM4 and no key' },
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        proposal.algorithm === 'KMS' && proposal.kmsDataEncryption === 'SM4' && proposal.kmsMasterKeyId === null
          ? malformedXml()
          : encryption.validateRule(proposal),
    },
  }),
} satisfies Deviation;
