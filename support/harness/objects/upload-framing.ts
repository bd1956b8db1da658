import { contentMd5 } from '../conversation/requests.ts';
import type { RequestVariation, RequestVariations } from '../authentication/variation.ts';

/** Bodies with another framing, or larger than usual. */
export const uploadFraming = {
  'body comes in chunks': (draft) => {
    draft.useHeader('Transfer-Encoding', 'chunked');
    draft.send({
      framing: 'as-is',
      finish: (wire) => ({ ...wire, body: chunked(wire.body ?? new Uint8Array()) }),
    });
  },
  'last ten bytes come late': (draft) => draft.send({ framing: 'late-end' }),
  // 5 % below and above both readings of "2 MB", 2,000,000 and 2,097,152 bytes.
  'body is padded with spaces to 1.9 MB': padded(1_900_000),
  'body is padded with spaces to 2.2 MB': padded(2_210_000),
} satisfies RequestVariations;

/** The body in two chunks of about the same size; no chunk for an empty body. */
function chunked(body: Uint8Array): Uint8Array {
  const middle = Math.ceil(body.length / 2);
  const chunks = [body.subarray(0, middle), body.subarray(middle)].filter(({ length }) => length > 0);
  return Buffer.concat([
    ...chunks.flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]),
    Buffer.from('0\r\n\r\n'),
  ]);
}

function padded(size: number): RequestVariation {
  return (draft) =>
    draft.rework(({ body = new Uint8Array(), headers, ...request }) => {
      const whole = Buffer.concat([body, Buffer.alloc(size - body.length, ' ')]);
      const others = headers.filter(([name]) => name.toLowerCase() !== 'content-md5');
      return { ...request, headers: [...others, ['Content-MD5', contentMd5(whole)]], body: whole };
    });
}
