import type { Script } from './scripted-server.ts';

/** The beginning of an answer. Texts are latin1: one character for each byte. */
export const ok = 'HTTP/1.1 200 OK\r\n';

/** Sends it, and waits for the next request on the connection. */
export function says(text: string): Script {
  return (socket) => socket.write(text, 'latin1');
}

export function saysAndCloses(text: string): Script {
  return (socket) => socket.end(text, 'latin1');
}

/** Sends it repeatedly, at this interval in milliseconds, until the client disconnects. */
export function repeats(first: string, text: string, everyMs: number): Script {
  return (socket) => {
    socket.write(first);
    const timer = setInterval(() => socket.write(text), everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}

/** Plays for the first request only. */
export function onlyOnce(script: Script): Script {
  let played = false;
  return (socket, request) => {
    if (!played) script(socket, request);
    played = true;
  };
}

/** Sends it one byte at a time. */
export function trickled(text: string): Script {
  return (socket) => {
    const write = (index: number): void => {
      if (index < text.length) socket.write(text.charAt(index), () => setImmediate(write, index + 1));
    };
    socket.setNoDelay(true);
    write(0);
  };
}
