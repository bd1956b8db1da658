import { basename } from 'node:path';
import { Writable } from 'node:stream';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope, PickleStep, StepDefinition } from '@cucumber/messages';
import { PickleStepType } from '@cucumber/messages';
import { phrasesIn } from '../support/harness/phrases/phrases.ts';

/** The patterns of the step definitions, and how often the features use them. */
export interface Vocabulary {
  readonly patterns: readonly Pattern[];
  readonly phrasebooks: readonly Phrasebook[];
}

export interface Pattern {
  readonly text: string;
  /** The file that defines it, without its extension. */
  readonly topic: string;
  /** In how many steps of all scenarios it occurs. */
  readonly uses: number;
  /** The step that uses it first, as Gherkin; empty where none does. */
  readonly example: string;
}

/** A parameter type and the phrases that it accepts. */
export interface Phrasebook {
  readonly name: string;
  readonly phrases: readonly string[];
}

export function isClosed({ phrases }: Phrasebook): boolean {
  return phrases.length > 0;
}

/** Reads the vocabulary from a dry run of all features. */
export async function readVocabulary(): Promise<Vocabulary> {
  const messages = await dryRun();
  const definitions = messages.flatMap(({ stepDefinition }) => stepDefinition ?? []);
  const steps = new Map(messages.flatMap(({ pickle }) => pickle?.steps ?? []).map((step) => [step.id, step]));
  const uses = messages
    .flatMap(({ testCase }) => testCase?.testSteps ?? [])
    .flatMap(({ stepDefinitionIds, pickleStepId }) => {
      const step = steps.get(pickleStepId ?? '');
      return step === undefined ? [] : (stepDefinitionIds ?? []).map((definition) => ({ definition, step }));
    });
  const usesOf = Map.groupBy(uses, ({ definition }) => definition);
  return {
    patterns: definitions.map((definition) =>
      patternOf(
        definition,
        (usesOf.get(definition.id) ?? []).map(({ step }) => step),
      ),
    ),
    phrasebooks: messages
      .flatMap(({ parameterType }) => parameterType ?? [])
      .map(({ name, regularExpressions }) => ({ name, phrases: regularExpressions.flatMap(phrasesIn) })),
  };
}

async function dryRun(): Promise<readonly Envelope[]> {
  const messages: Envelope[] = [];
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: { paths: ['features/**/*.feature'], import: ['support/run/hooks.ts', 'steps/**/*.ts'], dryRun: true },
    },
    { stdout: silent, stderr: silent },
  );
  await runCucumber(runConfiguration, { stdout: silent, stderr: silent }, (message) => messages.push(message));
  return messages;
}

function patternOf({ pattern, sourceReference }: StepDefinition, uses: readonly PickleStep[]): Pattern {
  const [first] = uses;
  return {
    text: pattern.source,
    topic: basename(sourceReference.uri ?? '', '.ts'),
    uses: uses.length,
    example: first === undefined ? '' : gherkinOf(first),
  };
}

function gherkinOf({ type, text, argument }: PickleStep): string {
  const rows = (argument?.dataTable?.rows ?? []).map(
    ({ cells }) => `  | ${cells.map(({ value }) => value).join(' | ')} |`,
  );
  const { docString } = argument ?? {};
  const lines =
    docString === undefined
      ? []
      : [`"""${docString.mediaType ?? ''}`, ...docString.content.split('\n'), '"""'].map((line) => `  ${line}`);
  return [`${keywordOf(type)} ${text}`, ...rows, ...lines].join('\n');
}

function keywordOf(type: PickleStepType | undefined): string {
  if (type === PickleStepType.CONTEXT) return 'Given';
  return type === PickleStepType.ACTION ? 'When' : 'Then';
}
