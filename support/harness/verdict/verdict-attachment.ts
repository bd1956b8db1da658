import type { ScenarioEvidence } from '../evidence/evidence.ts';
import type { ReasonedVerdict, Level } from './verdict.ts';

/** The media type of the attachment that carries a scenario's verdict from the worker to the reports. */
export const verdictMediaType = 'application/vnd.oss-conformance.verdict+json';

/** The media type of the attachment of a scenario that an interrupted run did not start. */
export const notPlayedMediaType = 'application/vnd.oss-conformance.not-played';

/** The verdict on a scenario, with its clause and the evidence it rests on. */
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
