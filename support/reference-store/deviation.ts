import { PluginFolder } from '../plugin-folder/plugin-folder.ts';
import type { Behaviour } from './behaviour.ts';

/** The parts of a behaviour that are replaced. In a part that groups several functions, those not named stay. */
export type BehaviourChanges = {
  readonly [Part in keyof Behaviour]?: Behaviour[Part] extends (...parameters: never[]) => unknown
    ? Behaviour[Part]
    : Partial<Behaviour[Part]>;
};

/** A vendor's mistake: the store with one clause broken. The suite must notice. */
export interface Deviation {
  /** The clause whose rule must turn red. */
  readonly clause: string;
  /** What the vendor did and why it is plausible, in one sentence. */
  readonly mistake: string;
  /** A part of the reason that the suite gives. */
  readonly caughtAs: string;
  /** Other clauses that must turn red too, each with the reason. */
  readonly alsoCaughtBy?: Readonly<Record<string, string>>;
  /** The signature version to prepare scenarios with, where the mistake breaks the other one completely. */
  readonly setUpBy?: 'v1' | 'v4';
  /** Called once for each store, so the state of a closure belongs to that store. */
  deviate(behaviour: Behaviour): BehaviourChanges;
}

/** One reason for several clauses, for `alsoCaughtBy`. */
export function forOneReason(reason: string, ...clauses: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(clauses.map((clause) => [clause, reason]));
}

export function deviateFrom(behaviour: Behaviour, { deviate }: Pick<Deviation, 'deviate'>): Behaviour {
  const changed: Record<string, unknown> = { ...behaviour };
  for (const [name, part] of Object.entries(deviate(behaviour)))
    changed[name] = typeof part === 'function' ? part : Object.assign({}, changed[name], part);
  // BehaviourChanges makes sure that each replacement has the type of its part.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- for that reason
  return changed as unknown as Behaviour;
}

const deviations = new PluginFolder<Deviation>(new URL('deviations/', import.meta.url));

/** The names of all deviations: their file names. */
export function deviationNames(): readonly string[] {
  return deviations.names();
}

/** @throws if no deviation has that name */
export async function loadDeviation(name: string): Promise<Deviation> {
  if (!deviationNames().includes(name))
    throw new Error(`there is no deviation "${name}"; the deviations are: ${deviationNames().join(', ')}`);
  return deviations.load(name);
}
