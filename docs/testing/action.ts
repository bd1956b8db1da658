import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const ajv = new Ajv2020();

export const texts = { type: 'object', additionalProperties: { type: 'string' } };

/** The part of an action's file that GitHub reads. */
const isAction = ajv.compile<Action>({
  type: 'object',
  additionalProperties: false,
  required: ['name', 'description', 'inputs', 'outputs', 'runs'],
  properties: {
    name: { type: 'string' },
    description: { type: 'string' },
    inputs: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['description', 'default'],
        properties: { description: { type: 'string' }, default: { type: 'string' } },
      },
    },
    outputs: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['description', 'value'],
        properties: { description: { type: 'string' }, value: { type: 'string' } },
      },
    },
    runs: {
      type: 'object',
      additionalProperties: false,
      required: ['using', 'steps'],
      properties: {
        using: { const: 'composite' },
        steps: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['name', 'shell', 'run'],
            properties: {
              name: { type: 'string' },
              id: { type: 'string' },
              shell: { const: 'bash' },
              run: { type: 'string' },
              'working-directory': { type: 'string' },
              env: texts,
            },
          },
        },
      },
    },
  },
});

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly { readonly id?: string; readonly run: string; readonly env?: object }[] };
}

/** `action.yml`, as GitHub reads it. */
export async function action(): Promise<Action> {
  const value: unknown = parse(await readFile(new URL('../../action.yml', import.meta.url), 'utf8'), { strict: true });
  assert.ok(isAction(value), ajv.errorsText(isAction.errors));
  return value;
}
