import { element } from '../../xml/element.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-04',
  mistake: 'Finds ApplyServerSideEncryptionByDefault by `//`, so its parents do not matter.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      readRule(document) {
        const found = containerIn(document);
        return encryption.readRule(found ? element('ServerSideEncryptionRule', [found]) : document);
      },
    },
  }),
} satisfies Deviation;

function containerIn(parent: XmlElement): XmlElement | undefined {
  if (parent.name === 'ApplyServerSideEncryptionByDefault') return parent;
  return parent.children.map(containerIn).find((found) => found !== undefined);
}
