import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Fault, PassedAnswer } from './fault.ts';

/** Answers from a device between harness and store. The store has not seen the request. */

/** A load balancer or a gateway. */
export function status(code: number, ...headers: readonly string[]): Fault {
  const body = Buffer.from(`<html><head><title>${code}</title></head><body><center>${code}</center></body></html>`);
  return insteadOfTheStore({ status: code, headers: ['Content-Type', 'text/html', ...headers], body });
}

/** A captive portal, or a company's single sign-on. */
export const loginPage: Fault = insteadOfTheStore({
  status: 200,
  headers: ['Content-Type', 'text/html; charset=utf-8'],
  body: Buffer.from('<!DOCTYPE html>\n<html><head><title>Log in</title></head><body><form></form></body></html>'),
});

/** A redirect to another place. */
export function redirectTo(location: string): Fault {
  return insteadOfTheStore({ status: 307, headers: ['Location', location], body: Buffer.alloc(0) });
}

/** An error of OSS about the keys, not about the request. */
export function refusal(code: string): Fault {
  const body = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`);
  return insteadOfTheStore({ status: 403, headers: ['Content-Type', 'application/xml'], body });
}

/** The service has too many requests; clients try again later (facts.md ENV-22). */
export const throttled: Fault = ({ answer }) => {
  const id = randomBytes(12).toString('hex').toUpperCase();
  const body = Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>TotalQpsLimitExceeded</Code><Message>Total qps limit exceeded.</Message><RequestId>${id}</RequestId></Error>`,
  );
  const headers = ['Server', 'AliyunOSS', 'Content-Type', 'application/xml', 'x-oss-request-id', id];
  answer(withLength({ status: 503, headers, body }));
};

/** The store's own answer with another body, which a client must not unpack. */
function bodyInstead(body: Buffer, ...headers: readonly string[]): Fault {
  return async ({ pass, answer }) => {
    await pass();
    answer(withLength({ status: 200, headers: ['Content-Type', 'application/xml', ...headers], body }));
  };
}

/** 16 MiB of spaces in 16 kB. */
export const gzipBomb: Fault = bodyInstead(gzipSync(Buffer.alloc(16 * 1024 * 1024, ' ')), 'Content-Encoding', 'gzip');

/** A billion laughs. */
export const entityBomb: Fault = bodyInstead(
  Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">${Array.from(
      { length: 30 },
      (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`,
    ).join('')}]><a>&a30;</a>`,
  ),
);

/** Elements a hundred thousand levels deep. */
export const depthBomb: Fault = bodyInstead(Buffer.from('<a>'.repeat(100_000) + '</a>'.repeat(100_000)));

function insteadOfTheStore(given: PassedAnswer): Fault {
  return ({ answer }) => answer(withLength(given));
}

function withLength({ status: code, headers, body }: PassedAnswer): PassedAnswer {
  return { status: code, headers: [...headers, 'Content-Length', String(body.length)], body };
}
