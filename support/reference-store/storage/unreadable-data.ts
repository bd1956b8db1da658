/** A data directory is damaged, or another version of the store wrote it. The message is one line for people. */
export class UnreadableData extends Error {
  override readonly name = 'UnreadableData';
}
