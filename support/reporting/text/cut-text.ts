import { createHash } from 'node:crypto';

/** The beginning of a long text, with the length and the digest of the whole. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const digest = createHash('sha256').update(text).digest('hex');
  return `${text.slice(0, length).toWellFormed()}… [${text.length} characters in all, SHA-256 ${digest}]`;
}
