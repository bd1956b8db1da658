import { connect } from 'node:net';

/** The result of a raw exchange. */
export interface RawReply {
  /** Everything the server sent, as latin1 text. */
  readonly text: string;
  /** Who ended the connection: the server, normally or by a reset, or this side once `until` was true. */
  readonly ending: 'server' | 'reset' | 'client';
}

interface RawOptions {
  /** Closes the sending side once the bytes are out. */
  readonly halfClose?: boolean;
  /** Resolves as soon as the received text satisfies this, and closes the connection. */
  readonly until?: (text: string) => boolean;
}

/**
 * Sends bytes unchanged, and collects the reply until the server closes or `until` is true. Gives up after ten seconds.
 */
export async function rawExchange(
  port: number,
  bytes: string | Uint8Array,
  { halfClose = false, until = () => false }: RawOptions = {},
): Promise<RawReply> {
  const done = Promise.withResolvers<RawReply['ending']>();
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    if (until(text)) done.resolve('client');
  });
  const written = Promise.withResolvers<void>();
  // The bytes may exceed the connection's buffers: its end is orderly only once all are sent.
  socket.on('end', () => void written.promise.then(() => done.resolve('server')));
  socket.on('error', () => done.resolve('reset'));
  socket.setTimeout(10_000, () => done.reject(new Error(`no end after ten seconds; so far: ${text}`)));
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, (error) => {
    if (!error) written.resolve();
  });
  if (halfClose) socket.end();
  try {
    const ending = await done.promise;
    return { ending, text };
  } finally {
    socket.destroy();
  }
}
