import { element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-03',
  mistake: "Shows the region's default rule next to the bucket's rule, as a list of two.",
  caughtAs: 'got more than one ApplyServerSideEncryptionByDefault below /ServerSideEncryptionRule',
  deviate: ({ encryption }) => ({
    encryption: {
      writeRule(rule) {
        const document = encryption.writeRule(rule);
        const second = element('ApplyServerSideEncryptionByDefault', [element('SSEAlgorithm', 'AES256')]);
        return { ...document, children: [...document.children, second] };
      },
    },
  }),
} satisfies Deviation;
