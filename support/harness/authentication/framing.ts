import { altered, withHeaderValue, withoutHeader } from '../../client/alteration.ts';
import type { RequestVariations } from './variation.ts';

/** Another method, and bodies that are not framed as HTTP requires or are larger than any client needs. */
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
  'headers are sent as written': (draft) => draft.send({ framing: 'as-is' }),
  'body is padded to a megabyte': (draft) => {
    draft.dropHeader('Content-MD5');
    draft.rework(({ body = new Uint8Array(), ...request }) => ({
      ...request,
      body: Buffer.concat([body, Buffer.alloc(1024 * 1024 - body.byteLength, '\n')]),
    }));
  },
} satisfies RequestVariations;
