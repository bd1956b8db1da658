import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import { noticeOf, reportNotices, type Explanation, type Notice } from './noticed-values.ts';
import type { ValueSite } from './value-site.ts';

const site: ValueSite = {
  clause: 'PBE-25',
  feature: 'features/a.feature',
  line: 12,
  scenario: 'DES is refused',
  where: "the examples' column algorithm",
  value: 'DES',
  kind: 'column algorithm',
  isFree: true,
  with: () => ({ tags: [], steps: [] }),
};

const explanation: Explanation = { clause: 'PBE-25', where: site.where, because: 'any will do' };

describe('a change of a value', () => {
  const cases: readonly (readonly [verdicts: readonly Verdict[], notice: Notice])[] = [
    [['nonconformant'], 'noticed'],
    [['conformant', 'nonconformant'], 'noticed'],
    [['conformant', 'harness-error'], 'unnoticed'],
    [['conformant', 'inconclusive'], 'unnoticed'],
    [['observed'], 'unnoticed'],
    [['harness-error', 'inconclusive'], 'not prepared'],
    [['untested'], 'not prepared'],
    [['unsupported'], 'not prepared'],
    [['harness-error'], 'meaningless'],
    [[], 'meaningless'],
  ];
  for (const [verdicts, notice] of cases)
    it(`is ${notice} by scenarios that are ${verdicts.join(' and ') || 'none'}`, () => {
      assert.equal(noticeOf(verdicts.map((verdict) => ({ verdict, reason: null }))), notice);
    });
});

describe('the survey', () => {
  const cases: readonly (readonly [
    outcome: string,
    verdict: Verdict,
    explanations: readonly Explanation[],
    breaches: readonly string[],
  ])[] = [
    ['finds nothing where the change is noticed', 'nonconformant', [], []],
    [
      'names a change that goes unnoticed',
      'conformant',
      [],
      [`PBE-25, features/a.feature:12 "DES is refused": the examples' column algorithm: no change of "DES" is noticed`],
    ],
    ['accepts an explanation of the place', 'conformant', [explanation], []],
    [
      'accepts an explanation of just that value',
      'conformant',
      [{ ...explanation, scenario: 'DES is refused', value: 'DES' }],
      [],
    ],
    [
      'takes no explanation of another value',
      'conformant',
      [{ ...explanation, value: 'AES128' }],
      [
        `PBE-25, features/a.feature:12 "DES is refused": the examples' column algorithm: no change of "DES" is noticed`,
        `PBE-25: the examples' column algorithm: the explanation "any will do" explains nothing any more`,
      ],
    ],
    [
      'names an explanation of what is noticed',
      'nonconformant',
      [explanation],
      [`PBE-25: the examples' column algorithm: the explanation "any will do" explains nothing any more`],
    ],
  ];
  for (const [outcome, verdict, explanations, breaches] of cases)
    it(outcome, () => {
      assert.deepEqual(
        reportNotices([{ site, replacementsTried: [{ replacement: 'x', verdict, reason: null }] }], [], explanations)
          .breaches,
        breaches,
      );
    });

  it('leaves an explanation of a value alone that was not tried', () => {
    assert.deepEqual(reportNotices([], [site], [explanation]).breaches, []);
  });
});
