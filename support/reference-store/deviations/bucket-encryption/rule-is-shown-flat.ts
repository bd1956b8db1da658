import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-03',
  mistake: 'Writes the rule with the code for GetBucketInfo, without ApplyServerSideEncryptionByDefault.',
  caughtAs: 'got no ApplyServerSideEncryptionByDefault below /ServerSideEncryptionRule',
  deviate: ({ encryption }) => ({
    encryption: {
      writeRule(rule) {
        const document = encryption.writeRule(rule);
        return { ...document, children: document.children.flatMap(({ children }) => children) };
      },
    },
  }),
} satisfies Deviation;
