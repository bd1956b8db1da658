import {
  describeReading,
  ruleElements,
  type RuleElement,
  type RuleReading,
} from '../support/harness/bucket-encryption/encryption-rule.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import type { Row } from './tables.ts';

/** What a table expects of a rule's elements; `null` for an element that must be absent or empty. */
export type WantedElements = ReadonlyMap<RuleElement, string | null>;

/**
 * Reads a table in which `(none)` means absent or empty. Throws an Error for an unknown element, and for one that is
 * named twice, because only the last would be checked.
 */
export function wantedElements(rows: readonly Row[]): WantedElements {
  if (new Set(rows.map(([name]) => name)).size < rows.length) throw new Error('a rule has each element once');
  return new Map(rows.map(([name, value]) => [elementCalled(name), value === '(none)' ? null : value]));
}

export function holds(reading: RuleReading, wanted: WantedElements): boolean {
  return reading.kind !== 'unreadable' && [...wanted].every(([element, value]) => valueIn(reading, element) === value);
}

/** Throws Nonconformance, naming every element that differs, unless the reading has what is expected. */
export function requireElements(reading: RuleReading, wanted: WantedElements): void {
  if (holds(reading, wanted)) return;
  if (reading.kind === 'unreadable') throw new Nonconformance(inWords(wanted), describeReading(reading));
  const differing = [...wanted].filter(([element, value]) => valueIn(reading, element) !== value);
  const got = new Map(differing.map(([element]) => [element, valueIn(reading, element)]));
  throw new Nonconformance(inWords(new Map(differing)), inWords(got));
}

/** `SSEAlgorithm KMS and no KMSMasterKeyID` */
export function inWords(wanted: WantedElements): string {
  return [...wanted]
    .map(([element, value]) => (value === null ? `no ${element}` : `${element} ${value}`))
    .join(' and ');
}

function valueIn(reading: Exclude<RuleReading, { kind: 'unreadable' }>, element: RuleElement): string | null {
  return reading.kind === 'none' ? null : reading.rule[element];
}

function elementCalled(name: string): RuleElement {
  const element = ruleElements.find((candidate) => candidate === name);
  if (element === undefined) throw new Error(`an encryption rule has no element ${name}`);
  return element;
}
