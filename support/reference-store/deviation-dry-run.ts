import { isDeepStrictEqual } from 'node:util';
import type { Behaviour } from './behaviour.ts';
import type { Deviation } from './deviation.ts';
import { Refusal } from './errors/refusal.ts';
import { operationDryRun, type RehearsedOperation } from './operation-dry-run.ts';
import { replacedRunOf, type ReplacedRun } from './operation-replacement.ts';
import type { Operation } from './http/operation.ts';

/** Any decision of a behaviour. */
type Decision = (...facts: readonly unknown[]) => unknown;

/** A deviation's version of a decision. */
interface Alternative {
  readonly deviation: string;
  readonly decide: Decision;
}

/**
 * A dry run of deviations: the store behaves as documented and reports which deviations would differ. It takes every
 * decision as documented and passes the same arguments to each deviation that replaces that decision. If all decisions
 * of an exchange agree, the exchange would be the same.
 */
export function dryRunOf(
  deviations: ReadonlyMap<string, Pick<Deviation, 'deviate'>>,
  onDifference: (deviation: string) => void,
): Pick<Deviation, 'deviate'> {
  return {
    deviate(behaviour) {
      const changes = [...deviations].map(([name, deviation]) => ({ name, changes: deviation.deviate(behaviour) }));
      const parts = changes.map(({ name, changes: { route: _route, ...others } }) => ({
        name,
        parts: asRecord(others),
      }));
      const routes = changes.flatMap(({ name, changes: { route } }) =>
        route === undefined ? [] : [{ deviation: name, route }],
      );
      return { ...dryRunPart(behaviour, parts, onDifference), route: dryRunRoute(behaviour, routes, onDifference) };
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

interface AlternativeRoute {
  readonly deviation: string;
  readonly route: Behaviour['route'];
}

/** A replaced operation on an object differs, or not, when it runs; any other route differs at once. */
function dryRunRoute(
  { route }: Pick<Behaviour, 'route'>,
  alternatives: readonly AlternativeRoute[],
  onDifference: (deviation: string) => void,
): Behaviour['route'] {
  return (request, address, operations) => {
    const operation = route(request, address, operations);
    const rehearsed: RehearsedOperation[] = [];
    for (const { deviation, route: other } of alternatives) {
      const routed = attempt(() => other(request, address, operations));
      const replacedRun = replacedRunIn(routed, operation);
      if (replacedRun !== null) rehearsed.push({ deviation, replacedRun });
      else if (!isDeepStrictEqual(routed, operation)) onDifference(deviation);
    }
    if (rehearsed.length === 0 || operation instanceof Refusal || operation.scope !== 'object') return operation;
    return operationDryRun(operation, rehearsed, operations, onDifference);
  };
}

/** `null`, which equals no route, if the deviation throws. */
function attempt(routed: () => Operation | Refusal): Operation | Refusal | null {
  try {
    return routed();
  } catch {
    return null;
  }
}

/** How the documented operation is replaced; `null` if it is not, or if the deviation routes to another one. */
function replacedRunIn(routed: Operation | Refusal | null, documented: Operation | Refusal): ReplacedRun | null {
  if (routed === null || routed instanceof Refusal || documented instanceof Refusal) return null;
  return routed.name === documented.name ? replacedRunOf(routed) : null;
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

/** A deviation that throws counts as different. */
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
