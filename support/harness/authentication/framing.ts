import { altered, withHeaderValue, withoutHeader } from '../../client/alteration.ts';
import type { RequestVariations } from './variation.ts';

/** Bodies that are not framed as HTTP wants it, or that are larger than anybody needs. */
export const framing = {
  // ENV-14: without a length HTTP sees no body, and its bytes would be read as another request. So they stay behind, and
  // their digest with them.
  'length is not given': (draft) => {
    draft.dropHeader('Content-MD5');
    draft.send({
      framing: 'as-is',
      finish: altered(withoutHeader('Content-Length'), (wire) => ({ ...wire, body: null })),
    });
  },
  'Content-Length is no number': (draft) =>
    draft.send({ framing: 'as-is', finish: withHeaderValue('Content-Length', () => 'some') }),
  'body ends ten bytes early': (draft) =>
    draft.send({
      framing: 'cut-short',
      finish: withHeaderValue('Content-Length', (length) => String(Number(length) + 10)),
    }),
  'headers are written by hand': (draft) => draft.send({ framing: 'as-is' }),
  'body is padded to a megabyte': (draft) => {
    draft.dropHeader('Content-MD5');
    draft.rework(({ body = new Uint8Array(), ...request }) => ({
      ...request,
      body: Buffer.concat([body, Buffer.alloc(1024 * 1024 - body.byteLength, '\n')]),
    }));
  },
} satisfies RequestVariations;
