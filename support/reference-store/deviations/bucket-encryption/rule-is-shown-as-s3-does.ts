import { element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-03',
  mistake: 'Writes the rule with its original S3 code: ServerSideEncryptionConfiguration around Rule.',
  caughtAs: 'got /ServerSideEncryptionConfiguration instead of /ServerSideEncryptionRule',
  deviate: ({ encryption }) => ({
    encryption: {
      writeRule: (rule) =>
        element('ServerSideEncryptionConfiguration', [element('Rule', encryption.writeRule(rule).children)]),
    },
  }),
} satisfies Deviation;
