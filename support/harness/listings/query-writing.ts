import type { RequestVariations } from '../authentication/variation.ts';

/** Other ways to write the query of a listing in a URL; the signature covers the values they mean. */
export const queryWriting = {
  // RFC 3986 3.4 allows both in a query.
  'query has plain colons and slashes': (draft) =>
    draft.send({
      finish: (wire) => ({
        ...wire,
        path: wire.path.replace(/\?.*$/u, (query) => query.replaceAll('%3A', ':').replaceAll('%2F', '/')),
      }),
    }),
} satisfies RequestVariations;
