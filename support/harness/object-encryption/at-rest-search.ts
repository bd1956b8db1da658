import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** So many bytes of plaintext in a file are plaintext. */
const windowBytes = 16;
const chunkBytes = 1024 * 1024;
/** Files above it are the store's own business, not an object of 64 bytes. */
const maxFileBytes = 256 * 1024 * 1024;

/** The forms that plaintext may have on disk: plain, in hexadecimal, or in base64 at any alignment. */
type Trace = readonly Buffer[];

/**
 * The files below a directory that hold any window of the plaintext. Throws an Error with the operating system's code
 * where the directory cannot be read; files that vanish while it searches are passed over.
 */
export async function filesHolding(directory: string, plaintext: Uint8Array): Promise<readonly string[]> {
  const traces = tracesOf(Buffer.from(plaintext));
  const found: string[] = [];
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && (await holdsTrace(path, traces))) found.push(path);
  }
  return found;
}

function tracesOf(plaintext: Buffer): Trace {
  const windows = Array.from({ length: plaintext.length - windowBytes + 1 }, (_, at) =>
    plaintext.subarray(at, at + windowBytes),
  );
  return [
    ...windows,
    ...windows.flatMap((window) => [
      Buffer.from(window.toString('hex')),
      Buffer.from(window.toString('hex').toUpperCase()),
    ]),
    ...windows.flatMap((window) => [window.subarray(0, 15), window.subarray(1, 16)]).map(base64Window),
  ];
}

/** Fifteen bytes are twenty characters, whatever is around them; over all windows every alignment occurs. */
function base64Window(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('base64'));
}

async function holdsTrace(path: string, traces: Trace): Promise<boolean> {
  try {
    if ((await stat(path)).size > maxFileBytes) return false;
    return await searchFile(path, traces);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Reads by chunks that overlap by the longest trace, so that none is cut in two. */
async function searchFile(path: string, traces: Trace): Promise<boolean> {
  const overlap = Math.max(...traces.map(({ length }) => length));
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(chunkBytes + overlap);
    let kept = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, chunkBytes);
      const filled = buffer.subarray(0, kept + bytesRead);
      if (traces.some((trace) => filled.includes(trace))) return true;
      if (bytesRead === 0) return false;
      kept = Math.min(overlap, filled.length);
      filled.copy(buffer, 0, filled.length - kept);
    }
  } finally {
    await file.close();
  }
}
