import type { Deviation } from '../../deviation.ts';

/** A slash comes before every other character. */
function asPath(key: string): string {
  return key.replaceAll('/', '\0');
}

export default {
  clause: 'LSO-11',
  mistake: "Keeps objects as files and lists them folder by folder, as the vendor's own emulator does.",
  caughtAs: 'expected the objects "B" "a-b" "a.b" "a/b" "a0b"',
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) =>
        listings.page(
          [...objects].toSorted((one, other) =>
            Buffer.compare(Buffer.from(asPath(one.key)), Buffer.from(asPath(other.key))),
          ),
          question,
        ),
    },
  }),
} satisfies Deviation;
