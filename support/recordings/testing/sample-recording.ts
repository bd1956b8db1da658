import type { Recording } from '../format/recording.ts';
import { suiteVersion } from '../format/suite-version.ts';

/** For tests: a recording of one exchange, by this suite. */
export const sampleRecording: Omit<Recording, 'digest'> = {
  schema: 'oss-conformance/recording/1',
  provenance: {
    class: 'reference',
    target: 'reference store',
    endpoint: 'http://store.example',
    region: 'cn-hangzhou',
    suite: suiteVersion,
    date: '2026-01-02',
    clock: '2026-01-01T00:00:00.000Z',
  },
  scenario: { feature: 'features/a.feature', clause: 'PBE-25', name: 'A', steps: 'abc' },
  unplayable: null,
  exchanges: [{ request: { method: 'GET', path: '/', headers: [] }, answer: { status: 200, headers: ['A: b'] } }],
};
