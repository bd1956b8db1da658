import { readErrorDocument } from '../../client/error-document.ts';
import type { Reply } from './conversation.ts';
import { poll } from '../read-after-write/polling.ts';

/**
 * A new bucket may be unknown for some seconds: the Java SDK's live tests wait for five. Repeats a request about it
 * until the bucket is known or the deadline passes.
 */
export function onceKnown(send: () => Promise<Reply>, deadlineMs: number): Promise<Reply> {
  return poll(send, (reply) => !deniesBucket(reply), deadlineMs);
}

export function deniesBucket({ answer }: Reply): boolean {
  const reading = readErrorDocument(answer);
  return answer.status === 404 && 'error' in reading && reading.error.code === 'NoSuchBucket';
}
