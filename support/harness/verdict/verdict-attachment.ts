import type { ScenarioEvidence } from '../evidence/evidence.ts';
import type { ReasonedVerdict, Level } from './verdict.ts';

/** The media type under which a scenario's judgement travels from the worker to the reports. */
export const verdictMediaType = 'application/vnd.oss-conformance.judgement+json';

/** The media type of what stands in the place of a judgement where the run was interrupted before the scenario began. */
export const notPlayedMediaType = 'application/vnd.oss-conformance.not-played';

/** What a scenario says of its clause, with the evidence it rests on. */
export interface ScenarioVerdict extends ReasonedVerdict {
  readonly clause: string;
  readonly level: Level;
  readonly title: string;
  readonly says: string;
  readonly source: string;
  readonly url: string | null;
  readonly epic: string;
  readonly evidence: ScenarioEvidence;
}
