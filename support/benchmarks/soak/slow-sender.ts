import { connect } from 'node:net';
import type { OssClient } from '../../client/client.ts';
import type { Credentials } from '../../client/credentials.ts';
import { WrongAnswer } from './wrong-answer.ts';

const bytes = 20;
/** Milliseconds between two bytes. */
const pause = 200;

/** Puts an object over a connection that carries five bytes a second. Throws WrongAnswer. Gives up when told to. */
export async function sendSlowly(
  client: OssClient,
  owner: Credentials,
  { bucket, key }: { readonly bucket: string; readonly key: string },
  signal: AbortSignal,
): Promise<void> {
  const { url } = client.presign({ method: 'PUT', bucket, key, query: [], headers: [] }, owner);
  const { host, hostname, port, pathname, search } = new URL(url);
  const socket = connect(Number(port), hostname);
  const { promise: answered, resolve, reject } = Promise.withResolvers<string>();
  socket.once('data', (data: Buffer) => resolve(data.toString('latin1').split('\r\n', 1)[0] ?? ''));
  socket.on('error', reject);
  socket.on('close', () => reject(new WrongAnswer(`${key}, sent slowly, was never answered`)));
  socket.write(`PUT ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${bytes}\r\n\r\n`);
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < bytes) socket.write('x');
    sent += 1;
  }, pause);
  const giveUp = (): void => resolve('');
  signal.addEventListener('abort', giveUp);
  try {
    const status = await answered;
    if (status !== '' && status !== 'HTTP/1.1 200 OK')
      throw new WrongAnswer(`${key}, sent slowly, was answered ${status}`);
    if (status !== '' && sent < bytes) throw new WrongAnswer(`${key} was answered before all of it was sent`);
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', giveUp);
    socket.destroy();
  }
}
