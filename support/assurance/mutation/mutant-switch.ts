/** The variable by which instrumented code is told which mutants are active, and tells which ones it reaches. */
interface StrykerNamespace {
  /** Stryker's own code knows one active mutant; ours asks this set (mutants.ts). */
  activeMutants?: ReadonlySet<string> | undefined;
  currentTestId?: string | undefined;
  /** How often active mutants were reached. Above the limit the code throws: a mutant loops. */
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { readonly static: Hits; readonly perTest: Reached };
}

/** How often each mutant was reached, by its id. */
type Hits = Readonly<Record<string, number>>;

/** How often each mutant was reached, by phase of a run. */
export type Reached = Readonly<Record<string, Hits>>;

declare global {
  var __stryker__: StrykerNamespace | undefined;
}

function namespace(): StrykerNamespace {
  return (globalThis.__stryker__ ??= {});
}

let chosen: ReadonlySet<string> | undefined;

export function activate(mutants: readonly string[], hitLimit: number): void {
  chosen = new Set(mutants);
  Object.assign(namespace(), { activeMutants: chosen, hitCount: 0, hitLimit });
}

/** The store is the sound one until `resume`. */
export function suspend(): void {
  namespace().activeMutants = undefined;
}

export function resume(): void {
  namespace().activeMutants = chosen;
}

export function deactivate(): void {
  chosen = undefined;
  Object.assign(namespace(), { activeMutants: undefined, hitCount: undefined, hitLimit: undefined });
}

/** Whether the active mutants were reached more often than their limit. */
export function isOverLimit(): boolean {
  const { hitCount = 0, hitLimit = Infinity } = namespace();
  return hitCount > hitLimit;
}

/** What is reached from now on is reached in that phase of a run. */
export function enterPhase(phase: string): void {
  namespace().currentTestId = phase;
}

export function reached(): Reached {
  return namespace().mutantCoverage?.perTest ?? {};
}
