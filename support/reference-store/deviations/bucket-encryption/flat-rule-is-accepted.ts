import { childrenNamed, element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-05',
  mistake: 'Accepts the flat rule that GetBucketInfo shows, without ApplyServerSideEncryptionByDefault.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      readRule: (document) =>
        encryption.readRule(
          childrenNamed(document, 'SSEAlgorithm').length > 0
            ? { ...document, children: [element('ApplyServerSideEncryptionByDefault', document.children)] }
            : document,
        ),
    },
  }),
} satisfies Deviation;
