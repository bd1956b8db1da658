import { isDeepStrictEqual } from 'node:util';
import type { Deviation } from './deviation.ts';

/** Any decision of a behaviour. */
type Decision = (...facts: readonly unknown[]) => unknown;

/** How a deviation takes a decision. */
interface Alternative {
  readonly deviation: string;
  readonly decide: Decision;
}

/**
 * A dry run of deviations: the store behaves as documented and reports which deviations would differ. It takes every
 * decision as documented and passes the same arguments to each deviation that replaces that decision. Where all
 * decisions of an exchange agree, the exchange would be the same.
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
      return dryRunPart(behaviour, changes, onDifference);
    },
  };
}

interface NamedParts {
  readonly name: string;
  readonly parts: Readonly<Record<string, unknown>>;
}

/** A behaviour, or one of its parts: each function also tries its replacements. */
function dryRunPart(
  documented: object,
  changes: readonly NamedParts[],
  onDifference: (deviation: string) => void,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(asRecord(documented)).map(([part, own]) => {
      const changed = changes.filter(({ parts }) => parts[part] !== undefined);
      if (typeof own !== 'function') {
        const within = changed.map(({ name, parts }) => ({ name, parts: asRecord(parts[part]) }));
        return [part, dryRunPart(asRecord(own), within, onDifference)];
      }
      const alternatives = changed.map(({ name, parts }) => ({ deviation: name, decide: asDecision(parts[part]) }));
      return [part, dryRunDecision(asDecision(own), alternatives, onDifference)];
    }),
  );
}

function dryRunDecision(
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

/** A deviation that throws differs. */
function differs(decide: Decision, facts: readonly unknown[], decided: unknown): boolean {
  try {
    return !isDeepStrictEqual(decide(...facts), decided);
  } catch {
    return true;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  // A behaviour and its parts are plain objects of functions.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return value as Readonly<Record<string, unknown>>;
}

function asDecision(value: unknown): Decision {
  // A member of a behaviour is a part or a function.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return value as Decision;
}
