import { Refusal } from '../../errors/refusal.ts';
import { readRequestDocument } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-08',
  mistake: 'Reads the body with a strict parser, which refuses the whole request because of one key.',
  caughtAs: 'expected 200, got 400 MalformedXML',
  deviate: ({ objects }) => ({
    objects: {
      deletion: (asked) => {
        const document = readRequestDocument(asked.body);
        return document instanceof Refusal ? document : objects.deletion(asked);
      },
    },
  }),
} satisfies Deviation;
