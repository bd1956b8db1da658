import { childrenNamed, element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-37',
  mistake: 'Takes the encryption document of S3 as well, so that its S3 clients can stay as they are.',
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
