import { suiteVersion } from '../format/document.ts';
import { recordingSchema, scenarioWithDigest } from '../format/recording-file.ts';
import type { RecordedScenario, Recording } from '../format/recording.ts';

const head = {
  schema: recordingSchema,
  clause: 'PBE-25',
  provenance: {
    class: 'reference',
    target: 'reference store',
    endpoint: 'http://store.example',
    region: 'cn-hangzhou',
    suite: suiteVersion,
    clock: '2026-01-01T00:00:00.000Z',
  },
} as const;

const sampleScenario: Omit<RecordedScenario, 'digest'> = {
  title: 'A',
  steps: 'abc',
  date: '2026-01-02',
  unplayable: null,
  exchanges: [{ request: { method: 'GET', path: '/', headers: [] }, answer: { status: 200, headers: ['A: b'] } }],
};

/** For tests: a recording of scenarios by this suite, each of one exchange unless it says otherwise. */
export function recordingOf(...scenarios: readonly Partial<Omit<RecordedScenario, 'digest'>>[]): Recording {
  return {
    ...head,
    scenarios: scenarios.map((scenario) => scenarioWithDigest(head, { ...sampleScenario, ...scenario })),
  };
}
