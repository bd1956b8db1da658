import { altered, withExtraHeader, withHeaderValue, withoutHeader } from '../../client/alteration.ts';
import type { RequestVariations } from './variation.ts';

/** Another method, and bodies with wrong framing or of unusual size. */
export const framing = {
  'method is DELETE': (draft) => draft.useMethod('DELETE'),
  'method is HEAD': (draft) => draft.useMethod('HEAD'),
  'method is POST': (draft) => draft.useMethod('POST'),
  // ENV-14: without a length HTTP sees no body, and its bytes would be read as another request. So the
  // body and its digest are not sent.
  'Content-Length is missing': (draft) => {
    draft.dropHeader('Content-MD5');
    draft.send({
      framing: 'as-is',
      finish: altered(withoutHeader('Content-Length'), (wire) => ({ ...wire, body: null })),
    });
  },
  'Content-Length is not a number': (draft) =>
    draft.send({ framing: 'as-is', finish: withHeaderValue('Content-Length', () => 'some') }),
  'body ends ten bytes early': (draft) =>
    draft.send({
      framing: 'cut-short',
      finish: withHeaderValue('Content-Length', (length) => String(Number(length) + 10)),
    }),
  // The chunks end inside an element, not between elements.
  'body is sent in chunks': (draft) =>
    draft.send({
      framing: 'as-is',
      finish: altered(withoutHeader('Content-Length'), withExtraHeader('Transfer-Encoding', 'chunked'), (wire) => ({
        ...wire,
        body: inChunks(wire.body ?? new Uint8Array(), 20),
      })),
    }),
  // RFC 9110 10.1.1: a client may send the body without waiting for the answer to its expectation.
  'body is announced by Expect': (draft) =>
    draft.send({ framing: 'as-is', finish: withExtraHeader('Expect', '100-continue') }),
  // In a comment, where it does not change the meaning of the body.
  'body has a byte that is not UTF-8': (draft) => {
    draft.dropHeader('Content-MD5');
    draft.rework(({ body = new Uint8Array(), ...request }) => ({
      ...request,
      body: Buffer.concat([body, Buffer.from('<!-- caf\u00e9 -->', 'latin1')]),
    }));
  },
  'headers are sent as written': (draft) => draft.send({ framing: 'as-is' }),
  'body is padded to a megabyte': (draft) => {
    draft.dropHeader('Content-MD5');
    draft.rework(({ body = new Uint8Array(), ...request }) => ({
      ...request,
      body: Buffer.concat([body, Buffer.alloc(1024 * 1024 - body.byteLength, '\n')]),
    }));
  },
} satisfies RequestVariations;

/** RFC 9112 7.1. */
function inChunks(body: Uint8Array, size: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < body.byteLength; start += size) {
    const chunk = body.subarray(start, start + size);
    parts.push(Buffer.from(`${chunk.byteLength.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}
