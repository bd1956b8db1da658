import { Refusal } from '../../errors/refusal.ts';
import { readRequestDocument } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-14',
  mistake: 'Deletes while it reads, and stops at the first error in the document.',
  caughtAs: 'expected 400 MalformedXML, got 200',
  deviate: ({ objects }) => ({
    objects: {
      deletion: (asked) => {
        const deletion = objects.deletion(asked);
        if (!(deletion instanceof Refusal) || !(readRequestDocument(asked.body) instanceof Refusal)) return deletion;
        const keys = [
          ...Buffer.from(asked.body)
            .toString()
            .matchAll(/<Key>([^<]+)<\/Key>/g),
        ].map(([, key = '']) => key);
        return keys.length === 0 || asked.body.length > 2_000_000
          ? deletion
          : { keys, isQuiet: false, isEncoded: false };
      },
    },
  }),
} satisfies Deviation;
