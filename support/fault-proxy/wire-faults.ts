import type { Certificate } from '../certificates/x509.ts';
import type { Fault, PassedAnswer } from './fault.ts';

/** Faults of a connection or of the bytes of an answer. The store has already carried out the request. */

/** Faults of connections; the first request meets them. */
export const refused: Fault = ({ listener }) => listener.shut();
export const neverConnected: Fault = ({ listener }) => listener.leaveUnattended();
export function certificateOf(certificate: Certificate): Fault {
  return ({ listener }) => listener.show(certificate);
}

export const resetBeforeTheAnswer: Fault = async ({ pass, socket }) => {
  await pass();
  socket.resetAndDestroy();
};

export const resetInTheHeader: Fault = async ({ pass, socket }) => {
  socket.write(headOf(await pass()).slice(0, 20), () => socket.resetAndDestroy());
};

export const resetInTheBody: Fault = async ({ pass, socket }) => {
  socket.write(halfOf(documented(await pass())), () => socket.resetAndDestroy());
};

export const resetAfterTheAnswer: Fault = async ({ pass, socket }) => {
  socket.write(wholeOf(await pass()), () => socket.resetAndDestroy());
};

export const closedInTheBody: Fault = async ({ pass, socket }) => {
  socket.end(halfOf(documented(await pass())));
};

/** The answer breaks off in the middle of its body. One without a body passes. */
export const cutBody: Fault = async ({ request, pass, answer, socket }) => {
  const given = await pass();
  if (request.method === 'HEAD' || given.body.length === 0) answer(given);
  else socket.end(halfOf(given));
};

export const silent: Fault = async ({ pass }) => {
  await pass();
};

export const silentInTheHeader: Fault = async ({ pass, socket }) => {
  socket.write(headOf(await pass()).slice(0, 20));
};

export const silentInTheBody: Fault = async ({ pass, socket }) => {
  socket.write(halfOf(documented(await pass())));
};

/** The answer announces less than it sends. */
export const lengthTooShort: Fault = async ({ pass, socket }) => {
  const answer = documented(await pass());
  const length = Math.floor(answer.body.length / 2);
  socket.end(Buffer.concat([Buffer.from(headOf(answer, length)), answer.body]));
};

export const notHttp: Fault = async ({ pass, socket }) => {
  await pass();
  socket.end('SSH-2.0-OpenSSH_9.6\r\n');
};

export const bodyWithoutEnd: Fault = async ({ pass, socket }) => {
  const { status } = documented(await pass());
  socket.write(`HTTP/1.1 ${status} OK\r\nContent-Type: application/xml\r\n\r\n`);
  const more = (): void => {
    while (!socket.destroyed && socket.write(flood));
    socket.once('drain', more);
  };
  more();
};

const flood = Buffer.alloc(64 * 1024, '<a/>');

/** An answer without a body gets one, so that a fault can cut it. */
function documented(answer: PassedAnswer): PassedAnswer {
  if (answer.body.length > 0) return answer;
  const status = answer.status === 204 ? 200 : answer.status;
  return { ...answer, status, body: Buffer.from('<?xml version="1.0" encoding="UTF-8"?><Done>yes</Done>') };
}

function headOf({ status, headers, body }: PassedAnswer, length: number = body.length): string {
  const kept = headers.flatMap((name, at) =>
    at % 2 === 1 || /^(?:content-length|transfer-encoding)$/iu.test(name) ? [] : [`${name}: ${headers[at + 1]}\r\n`],
  );
  const lengthLine = status === 204 ? '' : `Content-Length: ${length}\r\n`;
  return `HTTP/1.1 ${status} Status\r\n${kept.join('')}${lengthLine}\r\n`;
}

function wholeOf(answer: PassedAnswer): Buffer {
  return Buffer.concat([Buffer.from(headOf(answer), 'latin1'), answer.body]);
}

function halfOf(answer: PassedAnswer): Buffer {
  const whole = wholeOf(answer);
  return whole.subarray(0, whole.length - Math.ceil(answer.body.length / 2));
}
