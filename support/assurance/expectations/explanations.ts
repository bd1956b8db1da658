import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Explanation } from './noticed-values.ts';

const text = { type: 'string', minLength: 1 } as const;
const ajv = new Ajv();
const areExplanations = ajv.compile<readonly Explanation[]>({
  type: 'array',
  items: {
    type: 'object',
    required: ['clause', 'where', 'because'],
    additionalProperties: false,
    properties: { clause: text, where: text, scenario: text, value: { type: 'string' }, because: text },
  },
});

/** Reads the values whose change need not be noticed. Throws an Error naming place and fault. */
export async function readExplanations(path: URL): Promise<readonly Explanation[]> {
  const written: unknown = parse(await readFile(path, 'utf8'));
  if (!areExplanations(written)) throw new Error(`${path.pathname}: ${ajv.errorsText(areExplanations.errors)}`);
  return written;
}
