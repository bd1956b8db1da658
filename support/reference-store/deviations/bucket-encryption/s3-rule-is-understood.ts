import { childrenNamed, element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-37',
  mistake: 'Accepts the S3 encryption document as well, so that S3 clients need no change.',
  caughtAs: 'answered 200; then the rule AES256',
  deviate: ({ encryption }) => ({
    encryption: {
      readRule(document) {
        if (document.name !== 'ServerSideEncryptionConfiguration') return encryption.readRule(document);
        const settings = document.children.flatMap(({ children }) => children.flatMap((defaults) => defaults.children));
        const own = settings.flatMap(({ name }) => childrenNamed({ ...document, children: settings }, name));
        return encryption.readRule(
          element('ServerSideEncryptionRule', [
            element(
              'ApplyServerSideEncryptionByDefault',
              own.map(({ name, text }) => element(name, text)),
            ),
          ]),
        );
      },
    },
  }),
} satisfies Deviation;
