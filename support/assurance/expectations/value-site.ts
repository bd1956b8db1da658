import type { MutableScenario } from './mutable-scenario.ts';

/** A place of a scenario where a value stands that could be another. */
export interface ValueSite {
  readonly clause: string;
  /** The scenario it stands in, as cucumber calls it. */
  readonly feature: string;
  readonly line: number;
  readonly scenario: string;
  /** The step or column, and the place in it. */
  readonly where: string;
  readonly value: string;
  /** What values of the same kind are found elsewhere under; they are what the value could be instead. */
  readonly kind: string;
  /** Whether any other text can stand there, or only a word that the steps know. */
  readonly isFree: boolean;
  readonly with: (replacement: string) => MutableScenario;
}

/** What the parts of a scenario say of their own sites; where they stand is added for all alike. */
export type LocalSite = Omit<ValueSite, 'clause' | 'feature' | 'line' | 'scenario'>;
