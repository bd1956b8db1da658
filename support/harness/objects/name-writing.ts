import type { Alteration } from '../../client/alteration.ts';
import type { RequestVariation, RequestVariations } from '../authentication/variation.ts';

/** Other ways to write the name of an object in a URL; the signature covers the name they mean. */
export const nameWriting = {
  'name has %2F for its slashes': rewritten((name) => name.replaceAll('/', '%2F')),
  'name has escapes for its letters': rewritten((name) =>
    name.replaceAll(/%..|[a-z]/gu, (part) =>
      part.length > 1 ? part : `%${part.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  ),
  'name has escapes for its dots': rewritten((name) => name.replaceAll('.', '%2E')),
  'name has an escape for its tilde': rewritten((name) => name.replaceAll('~', '%7E')),
  'name has escapes in lower case': rewritten((name) =>
    name.replaceAll(/%[0-9A-F]{2}/gu, (escape) => escape.toLowerCase()),
  ),
  // RFC 3986 3.3 allows these in a path; curl, browsers and some SDKs do not escape them.
  "name has plain + ! ' ( ) and *": rewritten((name) =>
    name.replaceAll(/%(?:2B|21|27|28|29|2A)/gu, (escape) => decodeURIComponent(escape)),
  ),
  'name has a plain plus sign': rewritten((name) => name.replaceAll('%2B', '+')),
  // The word "Chinese" in GBK, which is not UTF-8.
  'name is not UTF-8': rewritten((name) => `${name}%D6%D0`),
} satisfies RequestVariations;

/** Rewrites what follows the bucket in the path, or all of it in virtual-hosted style. */
function rewritten(change: (name: string) => string): RequestVariation {
  return (draft, { addressing }) => {
    const finish: Alteration = (wire) => {
      const [, start = '/', name = '', rest = ''] =
        (addressing === 'path' ? /^(\/[^/?]*\/)([^?]*)(.*)$/u : /^(\/)([^?]*)(.*)$/u).exec(wire.path) ?? [];
      return { ...wire, path: `${start}${change(name)}${rest}` };
    };
    draft.send({ finish });
  };
}
