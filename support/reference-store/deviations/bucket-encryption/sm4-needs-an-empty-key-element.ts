import { malformedXml } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-07',
  mistake: 'Took the SM4 example of the page for its grammar and demands the empty KMSMasterKeyID in it.',
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
