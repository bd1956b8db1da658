import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-12',
  mistake: 'Has no limit for the number of objects, only for the body.',
  caughtAs: 'expected 400 MalformedXML, got 200',
  deviate: ({ objects }) => ({
    objects: {
      deletion: (asked) => {
        const keys = [
          ...Buffer.from(asked.body)
            .toString()
            .matchAll(/<Key>([^<]*)<\/Key>/g),
        ].map(([, key = '']) => key);
        return keys.length > 1000 ? { keys, isQuiet: true, isEncoded: false } : objects.deletion(asked);
      },
    },
  }),
} satisfies Deviation;
