import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { DigestReply, DigestRequest } from './threaded-md5.ts';

/** The other side of `ThreadedMd5`. */
const hashes = new Map<number, Hash>();

parentPort?.on('message', ({ id, chunks, isLast }: DigestRequest) => {
  const hash = hashes.get(id) ?? createHash('md5');
  hashes.set(id, hash);
  for (const chunk of chunks) {
    hash.update(chunk);
    // The chunk was handed over for good. Left to the garbage collector, its memory would stay for a while.
    if (chunk.buffer instanceof ArrayBuffer) chunk.buffer.transfer(0);
  }
  if (isLast) hashes.delete(id);
  const reply: DigestReply = { id, md5: isLast ? hash.digest() : null };
  parentPort?.postMessage(reply, []);
});
