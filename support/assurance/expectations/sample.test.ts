import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oneIn } from './sample.ts';
import type { ValueSite } from './value-site.ts';

const sites = Array.from({ length: 1000 }, (_, index): ValueSite => ({
  clause: 'PBE-25',
  feature: 'features/a.feature',
  line: index,
  scenario: 'DES is refused',
  where: "the examples' column algorithm",
  value: String(index),
  kind: 'column algorithm',
  isFree: true,
  with: () => ({ tags: [], steps: [] }),
}));

describe('the sample of the values', () => {
  it('has about the chosen share', () => {
    const { length } = sites.filter(oneIn(5));
    assert.ok(length > 150 && length < 250, `${length} of 1000`);
  });

  it('does not depend on the line', () => {
    const moved = sites.map((site) => ({ ...site, line: site.line + 7 }));
    assert.deepEqual(
      moved.filter(oneIn(5)).map(({ value }) => value),
      sites.filter(oneIn(5)).map(({ value }) => value),
    );
  });

  it('is everything if it is one in one', () => {
    assert.equal(sites.filter(oneIn(1)).length, sites.length);
  });
});
