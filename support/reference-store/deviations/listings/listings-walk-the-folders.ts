import type { Deviation } from '../../deviation.ts';

/** A slash comes before every other character. */
function asPath(key: string): string {
  return key.replaceAll('/', '\0');
}

export default {
  clause: 'LSO-11',
  mistake: "Keeps objects as files and lists them folder by folder, as the vendor's own emulator does.",
  caughtAs: 'expected names that ascend by their bytes, got "a/b" too early',
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
