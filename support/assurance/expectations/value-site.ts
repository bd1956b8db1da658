import type { MutableScenario } from './mutable-scenario.ts';

/** A value in a scenario that could be replaced. */
export interface ValueSite {
  readonly clause: string;
  /** The name of its scenario in cucumber. */
  readonly feature: string;
  readonly line: number;
  readonly scenario: string;
  /** The step or column, and the place in it. */
  readonly where: string;
  readonly value: string;
  /** The key under which values of the same kind are collected; they are its possible replacements. */
  readonly kind: string;
  /** Whether any text is possible there, or only a word that the steps know. */
  readonly isFree: boolean;
  readonly with: (replacement: string) => MutableScenario;
}

/** A site without its scenario, which is added later in one place. */
export type LocalSite = Omit<ValueSite, 'clause' | 'feature' | 'line' | 'scenario'>;
