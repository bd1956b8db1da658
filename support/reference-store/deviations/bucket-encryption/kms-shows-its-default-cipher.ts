import { element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-07',
  mistake: 'Spells out the default: a KMS rule without KMSDataEncryption is shown with AES256.',
  caughtAs: 'expected no KMSDataEncryption, got KMSDataEncryption AES256',
  alsoCaughtBy: { 'PBE-18': 'it looks for the cipher that an older rule might have left behind' },
  deviate: ({ encryption }) => ({
    encryption: {
      writeRule(rule) {
        const document = encryption.writeRule(rule);
        if (rule.algorithm !== 'KMS' || rule.kmsDataEncryption !== null) return document;
        const cipher = element('KMSDataEncryption', 'AES256');
        return {
          ...document,
          children: document.children.map((defaults) => ({ ...defaults, children: [...defaults.children, cipher] })),
        };
      },
    },
  }),
} satisfies Deviation;
