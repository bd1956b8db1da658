import { isDeepStrictEqual } from 'node:util';
import type { Deviation } from './deviation.ts';

/** One decision of a behaviour, whichever it is. */
type Decision = (...facts: readonly unknown[]) => unknown;

/** A deviation's own way to take a decision. */
interface Alternative {
  readonly deviation: string;
  readonly decide: Decision;
}

/**
 * A deviation that deviates nowhere, and tells which of the others would have: it takes every decision as the
 * documentation has it and hands the same facts to each deviation that takes that decision otherwise. Where all the
 * decisions of an exchange are the same, the exchange is.
 */
export function dryRunOf(
  deviations: ReadonlyMap<string, Pick<Deviation, 'deviate'>>,
  onDifference: (deviation: string) => void,
): Pick<Deviation, 'deviate'> {
  return {
    deviate(behaviour) {
      const changes = [...deviations].map(([name, deviation]) => ({
        name,
        parts: asRecord(deviation.deviate(behaviour)),
      }));
      return shadowedRoom(behaviour, changes, onDifference);
    },
  };
}

interface NamedParts {
  readonly name: string;
  readonly parts: Readonly<Record<string, unknown>>;
}

/** A behaviour, or a room of one: each function shadowed by those that would take its place. */
function shadowedRoom(
  documented: object,
  changes: readonly NamedParts[],
  onDifference: (deviation: string) => void,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(asRecord(documented)).map(([part, own]) => {
      const changed = changes.filter(({ parts }) => parts[part] !== undefined);
      if (typeof own !== 'function') {
        const rooms = changed.map(({ name, parts }) => ({ name, parts: asRecord(parts[part]) }));
        return [part, shadowedRoom(asRecord(own), rooms, onDifference)];
      }
      const alternatives = changed.map(({ name, parts }) => ({ deviation: name, decide: asDecision(parts[part]) }));
      return [part, shadowedDecision(asDecision(own), alternatives, onDifference)];
    }),
  );
}

function shadowedDecision(
  documented: Decision,
  alternatives: readonly Alternative[],
  onDifference: (deviation: string) => void,
): Decision {
  return (...facts) => {
    const decided = documented(...facts);
    for (const { deviation, decide } of alternatives) if (differs(decide, facts, decided)) onDifference(deviation);
    return decided;
  };
}

/** A deviation that throws where the store decides differs from it. */
function differs(decide: Decision, facts: readonly unknown[], decided: unknown): boolean {
  try {
    return !isDeepStrictEqual(decide(...facts), decided);
  } catch {
    return true;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  // Behaviours and their rooms are plain objects of functions.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return value as Readonly<Record<string, unknown>>;
}

function asDecision(value: unknown): Decision {
  // What stands in a behaviour is a room or a function.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return value as Decision;
}
