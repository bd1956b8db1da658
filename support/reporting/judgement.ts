import { byGravity } from '../harness/verdict.ts';
import type { Judgement, Level, Verdict } from '../harness/verdict.ts';

/**
 * How a scenario's judgement reaches the reports: as an attachment of its test case, because an attachment is
 * all that a cucumber worker can hand to a formatter in the coordinator.
 */
export const judgementMediaType = 'application/vnd.oss-conformance.judgement+json';

/** The body of that attachment, as JSON. */
export interface ScenarioJudgement extends Judgement {
  /** The clause's id, e.g. `PBE-25`. */
  readonly clause: string;
  readonly level: Level;
  readonly title: string;
  /** What the documentation says. */
  readonly says: string;
  readonly source: string;
  /** The documentation page, where there is one. */
  readonly url: string | null;
  /** The greater subject, e.g. `Bucket encryption`. */
  readonly epic: string;
}

/** `null` for a body that is no judgement: our own fault, which the report must show and not die of. */
export function parseJudgement(body: string): ScenarioJudgement | null {
  const value = parsed(body);
  if (value === null) return null;
  const { clause, level, title, says, source, url, verdict, reason, epic } = value;
  if (!isText(clause) || !isText(title) || !isText(says) || !isText(source) || !isText(epic)) return null;
  if (!isTextOrNull(url) || !isTextOrNull(reason) || !isLevel(level) || !isVerdict(verdict)) return null;
  return { clause, level, title, says, source, url, verdict, reason, epic };
}

function parsed(body: string): Partial<Record<keyof ScenarioJudgement, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isLevel(value: unknown): value is Level {
  return value === 'must' || value === 'should' || value === 'observe';
}

function isVerdict(value: unknown): value is Verdict {
  return byGravity.some((verdict) => verdict === value);
}
