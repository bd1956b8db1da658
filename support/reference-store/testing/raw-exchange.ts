import { connect } from 'node:net';

/** What a raw exchange came to. */
export interface RawReply {
  /** Everything the server sent, as latin1 text. */
  readonly text: string;
  /** The server ended the connection by itself. */
  readonly closed: boolean;
}

interface RawOptions {
  /** Closes the sending side once the bytes are out. */
  readonly halfClose?: boolean;
  /** Resolves as soon as what arrived satisfies this, and closes the connection. */
  readonly until?: (text: string) => boolean;
}

/** Sends bytes as they are, and collects what comes back until the server closes or `until` holds. Gives up after ten seconds. */
export async function rawExchange(
  port: number,
  bytes: string | Uint8Array,
  { halfClose = false, until = () => false }: RawOptions = {},
): Promise<RawReply> {
  const done = Promise.withResolvers<boolean>();
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    if (until(text)) done.resolve(false);
  });
  socket.on('end', () => done.resolve(true));
  socket.on('error', () => done.resolve(true));
  socket.setTimeout(10_000, () => done.reject(new Error(`no end after ten seconds; so far: ${text}`)));
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  if (halfClose) socket.end();
  try {
    const closed = await done.promise;
    return { closed, text };
  } finally {
    socket.destroy();
  }
}
