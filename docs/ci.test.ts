import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import runCommand from '../support/cli/commands/run.ts';
import mergeCommand from '../support/cli/commands/merge.ts';
import { action, texts } from './testing/action.ts';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const ajv = new Ajv2020({ allowUnionTypes: true });

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ci-recipes-'));
  for (const name of ['node', 'npm']) {
    await writeFile(join(folder, name), `#!/bin/sh\nprintf '%s\\n' "$@"\n`);
    await chmod(join(folder, name), 0o755);
  }
});
after(() => rm(folder, { recursive: true }));

interface WorkflowStep {
  readonly uses: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: {
    readonly conformance: { readonly steps: readonly WorkflowStep[] };
  };
}

interface Pipeline {
  readonly judge: { readonly script: readonly string[] };
  readonly report: { readonly script: readonly string[]; readonly cache: { readonly paths: readonly string[] } };
}

interface IndexedJob {
  readonly spec: {
    readonly completions: number;
    readonly template: { readonly spec: { readonly containers: readonly { readonly args: readonly string[] }[] } };
  };
}

/** The recipe in `ci.md` that begins with a comment of this name. */
async function recipe(name: string): Promise<unknown> {
  const page = await readFile(join(root, 'docs/ci.md'), 'utf8');
  const [, text] = page.split(`\`\`\`yaml\n# ${name}\n`);
  assert.ok(text !== undefined, `ci.md has no ${name}`);
  return parse(text.slice(0, text.indexOf('\n```')), { strict: true });
}

/** Throws an Error for a value of another shape. */
function requireShape<T>(isValid: ValidateFunction<T>, value: unknown): T {
  if (!isValid(value)) throw new Error(ajv.errorsText(isValid.errors));
  return value;
}

const strings = { type: 'array', minItems: 1, items: { type: 'string' } };

/** The arguments that a script gives a program: each program is a fake that prints its own. */
async function called(script: string, environment: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const env = { PATH: `${folder}:/usr/bin:/bin`, ...environment };
  return (await execute('sh', ['-c', script], { env })).stdout.trimEnd().split('\n');
}

function optionsOf(words: readonly string[]): readonly string[] {
  const from = Math.max(words.indexOf('--'), words.indexOf('run'), words.indexOf('merge'));
  return words.slice(from + 1).filter((word) => word.startsWith('--'));
}

const known = (command: { readonly options: readonly { readonly long?: string | undefined }[] }): readonly string[] =>
  command.options.flatMap(({ long }) => long ?? []);

describe('the action', () => {
  test('passes each input on', async () => {
    const { inputs, runs } = await action();
    const script = runs.steps.find(({ id }) => id === 'run');
    for (const name of Object.keys(inputs))
      assert.ok(JSON.stringify(script?.env).includes(`\${{ inputs.${name} }}`), `${name} is not passed on`);
    assert.doesNotMatch(script?.run ?? '', /\$\{\{/u, 'no text is put into the script');
  });
});

describe('the recipes', () => {
  test('for GitHub Actions gives the action inputs that it has', async () => {
    const { jobs } = requireShape(
      ajv.compile<Workflow>({
        type: 'object',
        required: ['name', 'on', 'jobs'],
        properties: {
          jobs: {
            type: 'object',
            required: ['conformance'],
            properties: {
              conformance: {
                type: 'object',
                required: ['runs-on', 'steps'],
                properties: {
                  steps: {
                    type: 'array',
                    items: {
                      type: 'object',
                      required: ['uses'],
                      additionalProperties: false,
                      properties: {
                        uses: { type: 'string', pattern: '^[\\w-]+/[\\w/-]+@[\\w.]+$' },
                        id: { type: 'string' },
                        if: { type: 'string' },
                        with: texts,
                        env: texts,
                      },
                    },
                  },
                },
              },
            },
          },
        },
      }),
      await recipe('.github/workflows/conformance.yml'),
    );
    const step = jobs.conformance.steps.find(({ uses }) => uses.includes('/oss-conformance@'));
    const { inputs } = await action();
    const unknown = Object.keys(step?.with ?? {}).filter((name) => !Object.hasOwn(inputs, name));
    assert.deepEqual([step !== undefined, unknown], [true, []]);
    const [restored, saved] = ['restore', 'save'].map((half) =>
      jobs.conformance.steps.find(({ uses }) => uses.startsWith(`actions/cache/${half}@`)),
    );
    assert.equal(saved?.with?.['path'], `${step?.with?.['reports'] ?? ''}/allure-history`);
    assert.equal(saved?.with?.['path'], restored?.with?.['path']);
    assert.equal(saved?.with?.['key'], restored?.with?.['key']);
    assert.equal(saved?.if, 'always()', 'a trend needs the runs that fail');
  });

  test('for GitLab CI gives each job its shard, and merges', async () => {
    const { judge, report } = requireShape(
      ajv.compile<Pipeline>({
        type: 'object',
        required: ['stages', 'judge', 'report'],
        properties: {
          stages: strings,
          judge: { type: 'object', required: ['stage', 'parallel', 'script'], properties: { script: strings } },
          report: {
            type: 'object',
            required: ['stage', 'script', 'cache'],
            properties: {
              script: strings,
              cache: {
                type: 'object',
                additionalProperties: false,
                required: ['key', 'paths', 'when'],
                properties: { key: { type: 'string' }, paths: strings, when: { const: 'always' } },
              },
            },
          },
        },
      }),
      await recipe('.gitlab-ci.yml'),
    );
    const job = { CI_PROJECT_DIR: '/builds/a', CI_NODE_INDEX: '2', CI_NODE_TOTAL: '2' };
    const run = await called(judge.script.join('\n'), job);
    assert.deepEqual(run.slice(-4), ['--shard', '2/2', '--reports', '/builds/a/reports/2']);
    assert.deepEqual(
      optionsOf(run).filter((option) => !known(runCommand()).includes(option)),
      [],
    );
    assert.ok(!run.includes('--no-allure'), 'the last job builds the Allure report from what the shards write');
    const merged = await called(report.script.join('\n'), job);
    assert.deepEqual(report.cache.paths, [`${basename(merged.at(-1) ?? '')}/allure-history`]);
    assert.deepEqual(
      optionsOf(merged).filter((option) => !known(mergeCommand()).includes(option)),
      [],
    );
  });

  test('for Kubernetes gives each pod its shard', async () => {
    const { spec } = requireShape(
      ajv.compile<IndexedJob>({
        type: 'object',
        additionalProperties: false,
        required: ['apiVersion', 'kind', 'metadata', 'spec'],
        properties: {
          apiVersion: { const: 'batch/v1' },
          kind: { const: 'Job' },
          metadata: { type: 'object', required: ['name'] },
          spec: {
            type: 'object',
            additionalProperties: false,
            required: ['completionMode', 'completions', 'template'],
            properties: {
              completionMode: { const: 'Indexed' },
              completions: { type: 'integer' },
              parallelism: { type: 'integer' },
              backoffLimit: { type: 'integer' },
              template: {
                type: 'object',
                required: ['spec'],
                properties: {
                  spec: {
                    type: 'object',
                    additionalProperties: false,
                    required: ['restartPolicy', 'containers'],
                    properties: {
                      restartPolicy: { enum: ['Never', 'OnFailure'] },
                      securityContext: {
                        type: 'object',
                        additionalProperties: false,
                        properties: { fsGroup: { type: 'integer' } },
                      },
                      containers: {
                        type: 'array',
                        items: { type: 'object', required: ['name', 'image', 'args'], properties: { args: strings } },
                      },
                      volumes: { type: 'array' },
                    },
                  },
                },
              },
            },
          },
        },
      }),
      await recipe('conformance-job.yaml'),
    );
    const [script = ''] = spec.template.spec.containers[0]?.args ?? [];
    const shards = await Promise.all(
      Array.from({ length: spec.completions }, async (_, index) => {
        const words = await called(script, { JOB_COMPLETION_INDEX: String(index) });
        assert.deepEqual(
          optionsOf(words).filter((option) => !known(runCommand()).includes(option)),
          [],
        );
        return [words[words.indexOf('--shard') + 1], words.at(-1)];
      }),
    );
    assert.deepEqual(shards, [
      ['1/4', '/reports/0'],
      ['2/4', '/reports/1'],
      ['3/4', '/reports/2'],
      ['4/4', '/reports/3'],
    ]);
  });
});
