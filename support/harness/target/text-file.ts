import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { ConfigurationError } from './configuration-error.ts';

/** The text of a file that a person wrote. Throws ConfigurationError if it is missing, not UTF-8 or too long. */
export function readTextFile(path: string, maxBytes: number): string {
  const bytes = readBounded(path, maxBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigurationError(`${path}: is not UTF-8 text`);
  }
}

function readBounded(path: string, maxBytes: number): Uint8Array {
  const file = openRegularFile(path);
  try {
    // One byte more than allowed, so that a file that grows meanwhile counts as too long, too.
    const buffer = Buffer.alloc(maxBytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      read = readSync(file, buffer, length, buffer.length - length, null);
    if (length > maxBytes) throw new ConfigurationError(`${path}: is longer than ${maxBytes} bytes`);
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function openRegularFile(path: string): number {
  const file = open(path);
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw new ConfigurationError(`${path}: is not a regular file`);
}

function open(path: string): number {
  try {
    // Without O_NONBLOCK, opening a named pipe waits for a writer. Windows has no such flag.
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new ConfigurationError(`${path}: ${whyUnreadable(error)}`);
  }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  switch (code) {
    case 'ENOENT':
      return 'no such file';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read';
    default:
      return `cannot be read (${code})`;
  }
}
