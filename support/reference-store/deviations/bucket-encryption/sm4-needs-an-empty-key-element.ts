import { malformedXml } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-07',
  mistake: 'Reads the SM4 example on the page as the grammar, and requires its empty KMSMasterKeyID.',
  caughtAs: 'expected the request to be accepted, got 400 MalformedXML',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        proposal.algorithm === 'SM4' && proposal.kmsMasterKeyId === null
          ? malformedXml()
          : encryption.validateRule(proposal),
    },
  }),
} satisfies Deviation;
