import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Explanation } from './noticed-values.ts';

/** As written: one reason can hold for the same place of several clauses. */
interface WrittenExplanation extends Omit<Explanation, 'clause'> {
  readonly clause: string | readonly string[];
}

const text = { type: 'string', minLength: 1 } as const;
const ajv = new Ajv();
const areExplanations = ajv.compile<readonly WrittenExplanation[]>({
  type: 'array',
  items: {
    type: 'object',
    required: ['clause', 'where', 'because'],
    additionalProperties: false,
    properties: {
      clause: { anyOf: [text, { type: 'array', minItems: 2, uniqueItems: true, items: text }] },
      where: text,
      scenario: text,
      value: { type: 'string' },
      because: text,
    },
  },
});

/**
 * Reads the values whose change may go unnoticed, one entry for each clause. Throws an Error that names place and
 * fault.
 */
export async function readExplanations(path: URL): Promise<readonly Explanation[]> {
  const written: unknown = parse(await readFile(path, 'utf8'));
  if (!areExplanations(written)) throw new Error(`${path.pathname}: ${ajv.errorsText(areExplanations.errors)}`);
  return written.flatMap(({ clause, ...explanation }) => [clause].flat().map((id) => ({ ...explanation, clause: id })));
}
