/** The variable by which instrumented code is told which mutant is active, and tells which ones it reaches. */
interface StrykerNamespace {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  /** How often the active mutant was reached. Above the limit the code throws: the mutant loops. */
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

export function activate(mutant: string, hitLimit: number): void {
  Object.assign(namespace(), { activeMutant: mutant, hitCount: 0, hitLimit });
}

export function deactivate(): void {
  Object.assign(namespace(), { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
}

/** Whether the active mutant was reached more often than its limit. */
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
