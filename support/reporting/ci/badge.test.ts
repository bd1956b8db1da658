import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { sampleClause, sampleResults } from '../results/sample-results.ts';
import { badgeJson, badgeSvg } from './badge.ts';

const failing = sampleResults({ clauses: [sampleClause('A-01', [{ verdict: 'nonconformant', reason: 'x' }])] });

test('a badge says the verdict in its colour, for shields.io', () => {
  assert.deepEqual(JSON.parse(badgeJson(failing)), {
    schemaVersion: 1,
    label: 'OSS conformance',
    message: 'nonconformant',
    color: '#b3261e',
  });
});

test('a badge is a well-formed image that says whether the run was complete', () => {
  const part = sampleResults({ suite: { version: '0.1.0', clauses: 9, scenarios: 99 } });
  const svg = badgeSvg(part);
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  assert.match(svg, /<title>OSS conformance: conformant, not complete<\/title>/);
});
