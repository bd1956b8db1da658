/** One thing that is done with a bucket's rule. */
export type EncryptionAct =
  | { readonly what: 'set'; readonly algorithm: string }
  | { readonly what: 'read' }
  | { readonly what: 'delete' };

/** A client of the store: the raw client, a program or an SDK. */
export interface EncryptionClient {
  readonly name: string;
  /**
   * Performs the act on that bucket, and describes the result in words that all clients share: `done`, `AES256` for a
   * rule, `refused as CODE`, or something else.
   */
  carryOut(act: EncryptionAct, bucket: string): Promise<string>;
}

/** The results of one client, in the order of the acts. */
export interface ClientReport {
  readonly name: string;
  readonly outcomes: readonly string[];
}

/** Where the clients differ, act by act, or what they agree on. */
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
