/** A method of a published client, used once on an object as its documentation says. */
export interface Trial<Client> {
  readonly method: string;
  /** The documented name of the operation that it calls. */
  readonly operation: string;
  /** Throws where the method fails, or does not return what it should. */
  readonly use: (client: Client, place: Place) => Promise<void>;
}

/** What a trial may touch: its own object and those whose names begin with the same key. */
export interface Place {
  readonly bucket: string;
  readonly key: string;
}

/** The result of a trial: `passes`, or what went wrong in a few words. */
export type Outcome = string;

export const passes: Outcome = 'passes';

/** The result of something that a client does. */
export async function outcomeOf(use: () => Promise<void>): Promise<Outcome> {
  try {
    await use();
    return passes;
  } catch (error) {
    return wordsFor(error);
  }
}

/** `400 NotImplemented` for an answer of the store, else the first line of the message. */
function wordsFor(error: unknown): Outcome {
  if (!(error instanceof Error)) return String(error);
  if ('status' in error && 'code' in error && Number(error.status) >= 300)
    return `${String(error.status)} ${String(error.code)}`;
  return error.message.split('\n', 1)[0] ?? '';
}
