import type { Fault } from '../../fault-proxy/fault.ts';

/** A store that repeats in its errors the request's own headers and these texts, in many encodings. */
export function echoing(texts: readonly string[]): Fault {
  return ({ request, answer }) => {
    const told = [...request.headers, request.target, ...texts].map(inManyEncodings).join('\n');
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
        'x-echo',
        encodeURIComponent(texts.join(' ')),
      ],
      body,
    });
  };
}

function inManyEncodings(text: string): string {
  const bytes = Buffer.from(text);
  const encodings = [
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    encodeURIComponent(text),
    bytes.toString('base64'),
    bytes.toString('hex'),
  ];
  return encodings.join(' ');
}
