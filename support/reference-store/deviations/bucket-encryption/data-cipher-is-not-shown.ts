import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-07',
  mistake: 'Stores and uses KMSDataEncryption, but its answer follows the page of 2018.',
  caughtAs: 'expected KMSDataEncryption SM4, got no KMSDataEncryption',
  alsoCaughtBy: forOneReason('it reads back KMSDataEncryption SM4', 'PBE-09', 'PBE-10', 'PBE-11', 'PBE-22'),
  deviate: ({ encryption }) => ({
    encryption: { writeRule: (rule) => encryption.writeRule({ ...rule, kmsDataEncryption: null }) },
  }),
} satisfies Deviation;
