import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { loadSuite, type Scenario } from '../support/harness/catalogue/suite.ts';

/** The four ways of signing, as the step "a request signed by …" names them. */
const ways = ['V1', 'V1 in its URL', 'V4', 'V4 in its URL'] as const;
type Way = (typeof ways)[number];

/** One row of the table, as `signing-checks.yaml` writes it. */
interface Check {
  readonly check: string;
  /** How the steps of its scenarios begin; none for a correctly signed request. */
  readonly steps: readonly string[];
  /** Why a way of signing has no such check. */
  readonly reasons?: Partial<Record<Way, string>>;
}

/** The page `docs/signing-checks.md`, and the gaps in the table. */
export interface SigningChecks {
  readonly page: string;
  readonly problems: readonly string[];
}

export async function readSigningChecks(): Promise<SigningChecks> {
  const [checks, suite] = await Promise.all([readChecks(), loadSuite()]);
  const scenarios = suite.scenarios.filter((scenario) => wayOf(scenario) !== null);
  return { page: page(checks, scenarios), problems: problems(checks, scenarios) };
}

async function readChecks(): Promise<readonly Check[]> {
  const content: unknown = parse(await readFile(new URL('signing-checks.yaml', import.meta.url), 'utf8'));
  if (!isListOfChecks(content)) throw new Error(`docs/signing-checks.yaml: ${JSON.stringify(isListOfChecks.errors)}`);
  return content;
}

const text = { type: 'string', minLength: 1 } as const;
const isListOfChecks = new Ajv().compile<readonly Check[]>({
  type: 'array',
  items: {
    type: 'object',
    required: ['check', 'steps'],
    additionalProperties: false,
    properties: {
      check: text,
      steps: { type: 'array', items: text },
      reasons: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(ways.map((way) => [way, text])),
      },
    },
  },
});

function page(checks: readonly Check[], scenarios: readonly Scenario[]): string {
  const rows = checks.map((check) => [check.check, ...ways.map((way) => cell(check, way, scenarios))]);
  return `${[
    '# What is checked for each signature',
    introduction,
    [['Check', 'V1, header', 'V1, URL', 'V4, header', 'V4, URL'], ['---', '---', '---', '---', '---'], ...rows]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n'),
  ].join('\n\n')}\n`;
}

const introduction = [
  'A store has four places where it reads a signature, and a check that one of them has is easily missing in another.',
  'A cell names the clauses whose scenarios make the check, and how many scenarios they are; where there is none, it says why.',
  'Written by `npm run -s docs:signing-checks` from the features and [signing-checks.yaml](signing-checks.yaml).',
].join('\n');

function cell(check: Check, way: Way, scenarios: readonly Scenario[]): string {
  const found = scenarios.filter((scenario) => wayOf(scenario) === way && makes(scenario, check));
  const byClause = [...Map.groupBy(found, clauseOf)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const links = byClause.map(([clause, own]) => `[${clause}](../${own[0]?.feature ?? ''}) × ${own.length}`);
  return links.length > 0 ? links.join(', ') : `_${check.reasons?.[way] ?? 'not checked'}_`;
}

function problems(checks: readonly Check[], scenarios: readonly Scenario[]): readonly string[] {
  const variations = new Set(
    scenarios.filter(isAboutAuthentication).flatMap(({ steps }) => steps.filter((step) => isVariation(step))),
  );
  return [
    ...checks.flatMap((check) => ways.flatMap((way) => cellProblem(check, way, scenarios))),
    ...checks.flatMap(({ check, steps }) =>
      steps
        .filter((beginning) => !scenarios.some((scenario) => hasStep(scenario, beginning)))
        .map((beginning) => `"${check}": no step begins with "${beginning}"`),
    ),
    ...[...variations]
      .filter((step) => !checks.some(({ steps }) => steps.some((beginning) => step.startsWith(beginning))))
      .map((step) => `"${step}" is in no row`),
  ];
}

function cellProblem(check: Check, way: Way, scenarios: readonly Scenario[]): readonly string[] {
  const isChecked = scenarios.some((scenario) => wayOf(scenario) === way && makes(scenario, check));
  const reason = check.reasons?.[way];
  if (isChecked && reason !== undefined) return [`"${check.check}", ${way}: has a scenario and a reason for none`];
  return isChecked || reason !== undefined ? [] : [`"${check.check}", ${way}: has neither a scenario nor a reason`];
}

function makes(scenario: Scenario, { steps }: Check): boolean {
  if (steps.length > 0) return steps.some((beginning) => hasStep(scenario, beginning));
  return isAboutAuthentication(scenario) && !scenario.steps.some((step) => isVariation(step));
}

function hasStep({ steps }: Scenario, beginning: string): boolean {
  return steps.some((step) => step.startsWith(beginning));
}

function isVariation(step: string): boolean {
  return /^a request (?:whose|to|with the query) /.test(step);
}

function isAboutAuthentication({ feature }: Scenario): boolean {
  return feature.startsWith('features/authentication/');
}

/** `null` for a scenario that leaves the signature to the target, or signs a form in its fields. */
function wayOf({ steps }: Scenario): Way | null {
  if (steps.some((step) => step.endsWith('creates an object by PostObject'))) return null;
  return ways.find((way) => steps.includes(`a request signed by ${way}`)) ?? null;
}

function clauseOf({ tags }: Scenario): string {
  return (tags.find((tag) => /^@[A-Z]+-\d+$/.test(tag)) ?? '').slice(1);
}
