import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-09',
  mistake: 'Follows the page of 2018, which has no KMSDataEncryption, and ignores the element.',
  caughtAs: 'expected SSEAlgorithm KMS and KMSDataEncryption SM4, got the rule KMS',
  alsoCaughtBy: {
    ...forOneReason('its rule has KMSDataEncryption SM4', 'PBE-10', 'PBE-11', 'PBE-22', 'GBE-07', 'GBI-03'),
    'PBE-30': 'what is overlooked is not checked either',
    ...forOneReason('the rule of its bucket has KMSDataEncryption SM4', 'OBJ-08', 'OBJ-10'),
  },
  deviate: ({ encryption }) => ({
    encryption: { validateRule: (proposal) => encryption.validateRule({ ...proposal, kmsDataEncryption: null }) },
  }),
} satisfies Deviation;
