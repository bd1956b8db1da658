import type { Fault } from '../../fault-proxy/fault.ts';

/** A store that tells in its refusals whatever it knows: the request's own headers, and texts in many writings. */
export function gossip(texts: readonly string[]): Fault {
  return ({ request, answer }) => {
    const told = [...request.headers, request.target, ...texts].map(inManyWritings).join('\n');
    const body = Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>${told}</Message></Error>`,
    );
    answer({
      status: 403,
      headers: [
        'Content-Type',
        'application/xml',
        'Content-Length',
        String(body.length),
        'x-oss-err',
        body.toString('base64'),
        'x-gossip',
        encodeURIComponent(texts.join(' ')),
      ],
      body,
    });
  };
}

function inManyWritings(text: string): string {
  const bytes = Buffer.from(text);
  const writings = [
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    encodeURIComponent(text),
    bytes.toString('base64'),
    bytes.toString('hex'),
  ];
  return writings.join(' ');
}
