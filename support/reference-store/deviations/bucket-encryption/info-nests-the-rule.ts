import { element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-02',
  mistake: 'Puts ApplyServerSideEncryptionByDefault into the bucket info, as the page of 2021 did.',
  caughtAs: 'got no SSEAlgorithm below /BucketInfo/Bucket/ServerSideEncryptionRule',
  deviate: ({ encryption }) => ({
    encryption: {
      writeInfoRule(rule) {
        const shown = encryption.writeInfoRule(rule);
        if (shown === null) return null;
        return { ...shown, children: [element('ApplyServerSideEncryptionByDefault', shown.children)] };
      },
    },
  }),
} satisfies Deviation;
