import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTarget } from '../../run/reference-target.ts';
import { conclude } from '../conclusion.ts';
import { InProcessSuite } from '../in-process-suite.ts';
import { loadNeededParts } from './needed-parts.ts';
import { readScenarios, representatives } from './representative-scenarios.ts';
import { WithholdingStore, type Stage, type Withholding } from './withholding-store.ts';

const withholdings: Readonly<Record<string, Withholding>> = {
  'no headers': { without: ['headers'], status: null },
  'no body': { without: ['body'], status: null },
  'nothing but 200': { without: ['headers', 'body'], status: 200 },
  'nothing but 404': { without: ['headers', 'body'], status: 404 },
};
const stages: readonly Stage[] = ['answer', 'reading'];
const manner = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;

const [, , ...only] = process.argv;
const directory = await mkdtemp(join(tmpdir(), 'incompatible-servers-'));
const complaints: string[] = [];
const suite = new InProcessSuite(directory);
const needed = await loadNeededParts();
const scenarios = representatives(await readScenarios(await suite.featuresOn('store')));
const byPlace = new Map(scenarios.map((s) => [`${s.feature}:${s.line}`, s]));
const known = new Set([...byPlace.values()].flatMap(({ thens }) => thens));
for (const then of known) if (!needed.has(then)) complaints.push(`not in the table: ${then}`);
for (const then of needed.keys()) if (!known.has(then)) complaints.push(`no scenario: ${then}`);
for (const stage of stages) {
  const both = new Map<string, string[]>();
  for (const [what, withholding] of Object.entries(withholdings)) {
    if (only.length > 0 && !only.includes(what)) continue;
    const store = new WithholdingStore(stage, withholding);
    const began = process.cpuUsage();
    const seen = await suite.judgeStore(await startTarget(what, manner, store), scenarios, { listener: store });
    const used = process.cpuUsage(began);
    for (const s of seen) {
      if (s.verdict === 'harness-error') complaints.push(`${stage} ${what}: ${s.clause} ${s.name}: ${s.reason}`);
      if (s.verdict !== 'conformant' && s.verdict !== 'observed') continue;
      const thens = byPlace.get(`${s.feature}:${s.line}`)?.thens ?? [];
      for (const then of thens)
        if (needed.get(then)?.[stage].some((part) => withholding.without.includes(part)))
          complaints.push(`${stage} ${what}: ${s.clause} ${s.name} (${then}) is ${s.verdict} ${s.reason ?? ''}`);
      if (withholding.status !== null && s.verdict === 'conformant') both.set(`${s.clause} ${s.name} ${thens}`, [...(both.get(`${s.clause} ${s.name} ${thens}`) ?? []), what]);
    }
    console.log(stage, what, (used.user + used.system) / 1e6);
  }
  if (stage === 'answer') for (const [k, v] of both) if (v.length > 1) console.log('BOTH', stage, k);
}
await rm(directory, { recursive: true });
conclude('x', complaints);
