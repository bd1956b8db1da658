import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ConfigurationError } from './configuration-error.ts';
import { LocatedYaml, type YamlPath } from './located-yaml.ts';

describe('a YAML document', () => {
  const text = `# who
name: a
principals:
  owner:
    id: x
  other: { id: y,
    secret: z }
list:
  - one
  -
    key: two
`;
  const lines: readonly [path: YamlPath, line: number][] = [
    [[], 1],
    [['name'], 2],
    [['principals', 'owner', 'id'], 5],
    [['principals', 'other', 'secret'], 7],
    [['list', 0], 9],
    [['list', 1, 'key'], 11],
    [['principals', 'owner', 'absent', 'deeper'], 4],
    [['absent'], 1],
    [['name', 0], 2],
  ];
  for (const [path, line] of lines)
    test(`knows the line of /${path.join('/')}`, () => assert.equal(new LocatedYaml('a', text).lineOf(path), line));

  test('replaces texts and leaves keys, numbers and dates what they are', () => {
    const yaml = new LocatedYaml('a', '${x}: "${x}"\nnumber: 1\nday: 2027-06-30\n');
    yaml.replaceTexts((value) => (value === '${x}' ? 'replaced' : value));
    assert.deepEqual(yaml.toValue(), { '${x}': 'replaced', number: 1, day: '2027-06-30' });
  });

  test('names the line of a text that cannot be replaced', () => {
    const yaml = new LocatedYaml('a.yaml', 'a: 1\nb:\n  - c\n');
    assert.throws(() => yaml.replaceTexts((_, fail) => fail('is odd')), new ConfigurationError('a.yaml:3: is odd'));
  });

  test('is null where it is empty', () => assert.equal(new LocatedYaml('a', '# nothing\n').toValue(), null));
});

describe('a YAML document is refused in one line that quotes nothing', () => {
  const notAllowed = 'are not allowed here';
  const rows: readonly { title: string; text: string; message: string }[] = [
    { title: 'when it is broken', text: 'a: 1\nlimits: [', message: 'a.yaml:2: is not valid YAML (bad indent)' },
    {
      title: 'when the line that is broken holds a secret',
      text: '{ secret: "hunter2" hunter2 }',
      message: 'a.yaml:1: is not valid YAML (unexpected token)',
    },
    {
      title: 'when a secret begins with a character that YAML reserves',
      text: 'a: 1\nsecret: @hunter2\n',
      message: 'a.yaml:2: a value that begins with this character must be in quotes',
    },
    {
      title: 'when a secret holds a backslash',
      text: 'secret: "hunter2\\q"',
      message: 'a.yaml:1: there is no such escape sequence in double quotes; use single quotes',
    },
    {
      title: 'when a secret looks like an alias',
      text: 'a: 1\nsecret: *hunter2\n',
      message: `a.yaml:2: YAML aliases (*name) ${notAllowed}`,
    },
    {
      title: 'when a secret looks like a tag',
      text: 'a: 1\nsecret: !hunter2\n',
      message: `a.yaml:2: YAML tags (!name) ${notAllowed}`,
    },
    {
      title: 'when a reference inside braces is not quoted',
      text: 'a: { secret: ${HUNTER2} }',
      message: 'a.yaml:1: a ${VARIABLE} inside { } or [ ] must be in quotes',
    },
    {
      title: 'when tabs indent it',
      text: 'principals:\n\towner: {}\n',
      message: 'a.yaml:2: YAML is indented with spaces, not tabs',
    },
    {
      title: 'when a key occurs twice',
      text: 'a: 1\nb: 2\na: 3\n',
      message: 'a.yaml:3: the same key is here a second time',
    },
    { title: 'when a key is no text', text: '? [a]\n: b\n', message: 'a.yaml:1: a key must be text' },
    {
      title: 'when there is a second document',
      text: 'a: 1\n---\na: 2\n',
      message: 'a.yaml:2: a second YAML document begins here; leave only one',
    },
    {
      title: 'when aliases would make it large',
      text: 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n',
      message: `a.yaml:2: YAML aliases (*name) ${notAllowed}`,
    },
    { title: 'when it is nested without end', text: '['.repeat(10_000), message: 'a.yaml:1: is nested too deeply' },
  ];
  for (const { title, text, message } of rows)
    test(title, () => assert.throws(() => new LocatedYaml('a.yaml', text), new ConfigurationError(message)));
});
