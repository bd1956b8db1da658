import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** This many bytes of the plaintext in a file count as a find. */
const windowBytes = 16;
const chunkBytes = 1024 * 1024;
/** Larger files belong to the store itself, not to an object of 64 bytes. */
const maxFileBytes = 256 * 1024 * 1024;

/** The forms that plaintext may have on disk: plain, in hexadecimal, or in base64 at any alignment. */
type Trace = readonly Buffer[];

/**
 * The files below a directory that contain any window of the plaintext. Throws an Error with the operating system's
 * code where the directory cannot be read; files that vanish during the search are skipped.
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

/** Fifteen bytes are twenty characters, whatever surrounds them; the windows cover every alignment. */
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

/** Reads in chunks that overlap by the longest form, so that none is cut in two. */
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
