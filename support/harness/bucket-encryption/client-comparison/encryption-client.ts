/** One thing that is done with a bucket's rule. */
export type EncryptionAct =
  | { readonly what: 'set'; readonly algorithm: string }
  | { readonly what: 'read' }
  | { readonly what: 'delete' };

/** A way from a person to the store: the raw client, a program, an SDK. */
export interface EncryptionClient {
  readonly name: string;
  /**
   * Does it with that bucket, and describes the result in the words that all clients share: `done`, `AES256` for
   * a rule that was read, `refused as CODE`, or what else it was.
   */
  carryOut(act: EncryptionAct, bucket: string): Promise<string>;
}

/** What one path made of the acts, in their order. */
export interface ClientReport {
  readonly name: string;
  readonly outcomes: readonly string[];
}

/** Where the paths differ, act by act; or that they agree, and on what. */
export function compareClients(acts: readonly EncryptionAct[], reports: readonly ClientReport[]): string {
  const [first] = reports;
  if (first === undefined) return 'no path was taken';
  const differing = acts.flatMap((act, index) => {
    const outcomes = reports.map(({ name, outcomes: own }) => ({ name, outcome: own[index] ?? 'nothing' }));
    if (new Set(outcomes.map(({ outcome }) => outcome)).size === 1) return [];
    return [`${describeAct(act)} → ${outcomes.map(({ name, outcome }) => `${name}: ${outcome}`).join(', ')}`];
  });
  if (differing.length > 0) return `the paths differ: ${differing.join('; ')}`;
  const agreed = acts.map((act, index) => `${describeAct(act)} → ${first.outcomes[index]}`);
  return `${reports.map(({ name }) => name).join(', ')} agree: ${agreed.join('; ')}`;
}

function describeAct(act: EncryptionAct): string {
  return act.what === 'set' ? `set ${act.algorithm}` : act.what;
}
