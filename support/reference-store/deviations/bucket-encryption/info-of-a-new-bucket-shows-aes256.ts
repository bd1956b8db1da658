import { element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-04',
  mistake: 'Shows in the bucket info the cipher that its disks use anyway.',
  caughtAs: 'expected no SSEAlgorithm, got SSEAlgorithm AES256',
  alsoCaughtBy: { 'DBE-07': 'a bucket whose rule was deleted has none either' },
  deviate: ({ encryption }) => ({
    encryption: {
      writeInfoRule: (rule) =>
        rule === null
          ? element('ServerSideEncryptionRule', [element('SSEAlgorithm', 'AES256')])
          : encryption.writeInfoRule(rule),
    },
  }),
} satisfies Deviation;
