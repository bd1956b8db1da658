import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ScenarioEvidence, ShownExchange } from '../../harness/evidence/evidence.ts';
import { exchangeSections, transcriptsOf } from './allure-exchanges.ts';

function exchange(request: string, status: number): ShownExchange {
  return {
    request: { startLine: `${request} HTTP/1.1`, headers: [], body: '' },
    answer: { startLine: `HTTP/1.1 ${status}`, headers: [], body: '' },
    fault: null,
    canonical: null,
    stringToSign: null,
    startedAt: '2026-11-23T08:00:00.000Z',
    durationMs: 12,
  };
}

function rangeRead(date: string, range: string): ShownExchange {
  const shown = exchange('GET /b/k', 206);
  const headers = [
    ['x-oss-date', date],
    ['Authorization', `signature of ${date}`],
    ['Range', range],
  ] as const;
  return { ...shown, request: { ...shown.request, headers } };
}

const scenario = { clause: 'PBE-25', scenario: 'x', feature: 'features/x.feature', line: 7 };

function named(evidence: Pick<ScenarioEvidence, 'exchanges' | 'stepEnds'>) {
  return exchangeSections({ ...scenario, ...evidence }).map(({ step, number, title }) => [step, number, title]);
}

describe('the exchanges of a scenario', () => {
  it('belong to the step that made the exchange, and the decisive one is named so', () => {
    const exchanges = [
      exchange('PUT /b/', 200),
      exchange('PUT /b/?encryption', 400),
      exchange('GET /b/?encryption', 404),
    ];
    assert.deepEqual(named({ exchanges, stepEnds: [1, 2, 2, 3] }), [
      [0, '1', 'PUT /b/ → 200'],
      [1, '2', 'PUT /b/?encryption → 400'],
      [3, '3', 'decisive: GET /b/?encryption → 404'],
    ]);
  });

  it('are one for a poll, with its first and its last exchange', () => {
    const looks = [404, 404, 200].map((status) => exchange('GET /b/?encryption', status));
    const [section, ...others] = exchangeSections({ ...scenario, exchanges: looks, stepEnds: [3] });
    assert.deepEqual(others, []);
    assert.equal(section?.number, '1–3');
    assert.equal(section.title, 'decisive: GET /b/?encryption → 200 (3 times)');
    assert.match(section.transcript, /HTTP\/1\.1 404\n[^]*\n\[1 more of the same request\]\n[^]*HTTP\/1\.1 200\n/);
  });

  it('are one for a poll whose dates and signatures differ, and not for reads of two ranges', () => {
    const exchanges = [rangeRead('1', 'bytes=0-1'), rangeRead('2', 'bytes=0-1'), rangeRead('3', 'bytes=2-3')];
    assert.deepEqual(named({ exchanges, stepEnds: [3] }), [
      [0, '1–2', 'GET /b/k → 206 (2 times)'],
      [0, '3', 'decisive: GET /b/k → 206'],
    ]);
  });

  it('are not joined across steps', () => {
    const exchanges = [exchange('GET /b/', 200), exchange('GET /b/', 200)];
    assert.equal(named({ exchanges, stepEnds: [1, 2] }).length, 2);
  });

  it('do not take a control request for the decisive one', () => {
    const exchanges = [exchange('PUT /b/?encryption', 500), exchange('GET /?max-keys=1', 200)];
    assert.deepEqual(named({ exchanges, stepEnds: [2] }), [
      [0, '1', 'decisive: PUT /b/?encryption → 500'],
      [0, '2', 'GET /?max-keys=1 → 200'],
    ]);
  });

  it('are one text, each under its number', () => {
    const exchanges = [exchange('PUT /b/?encryption', 200), exchange('GET /b/?encryption', 200)];
    const text = transcriptsOf(exchangeSections({ ...scenario, exchanges, stepEnds: [1, 2] }));
    assert.match(text, /^1\. PUT [^]*\n> PUT \/b[^]*\n2\. decisive: GET [^]*\n> GET \/b/);
  });

  it('belong to no step where the evidence does not tell', () => {
    assert.deepEqual(named({ exchanges: [exchange('GET /b/', 200)] }), [[null, '1', 'decisive: GET /b/ → 200']]);
  });
});
