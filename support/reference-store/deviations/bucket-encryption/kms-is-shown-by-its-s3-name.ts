import { forOneReason } from '../../deviation.ts';
import { element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-04',
  mistake: 'Stores the algorithm by its S3 name and shows KMS as aws:kms.',
  caughtAs: 'expected SSEAlgorithm KMS, got SSEAlgorithm aws:kms',
  alsoCaughtBy: {
    'ENV-33': 'it reads back KMS rules',
    ...forOneReason(
      'it reads back that the rule is KMS',
      'PBE-06',
      'PBE-08',
      'PBE-09',
      'PBE-10',
      'PBE-11',
      'PBE-18',
      'PBE-19',
      'PBE-20',
      'PBE-22',
      'PBE-30',
    ),
    ...forOneReason('its rule is KMS', 'GBE-05', 'GBE-07', 'GBE-08'),
  },
  deviate: ({ encryption }) => ({
    encryption: {
      writeRule(rule) {
        const document = encryption.writeRule(rule);
        const renamed = document.children.map((defaults) => ({
          ...defaults,
          children: defaults.children.map(({ name, text }) =>
            element(name, name === 'SSEAlgorithm' && text === 'KMS' ? 'aws:kms' : text),
          ),
        }));
        return { ...document, children: renamed };
      },
    },
  }),
} satisfies Deviation;
