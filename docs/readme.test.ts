import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import runCommand from '../support/cli/commands/run.ts';
import { planScenarios } from '../support/run/scenario-plan.ts';
import { loadCatalogue } from '../support/harness/catalogue/catalogue.ts';
import { capabilities } from '../support/harness/target/target.ts';
import { deviationNames } from '../support/reference-store/deviation.ts';

const root = new URL('../', import.meta.url);
const [english, chinese] = await Promise.all(
  ['README.md', 'README.zh-CN.md'].map((name) => readFile(new URL(name, root), 'utf8')),
);

function blocksOf(page = ''): readonly string[] {
  return [...page.matchAll(/^```(?:sh|yaml)\n([^]*?)^```$/gm)].map(([, text = '']) => text);
}

/** What is typed within a sentence. */
function commandsOf(page = ''): readonly string[] {
  return [...page.matchAll(/`((?:npm|npx) [^`]+)`/g)].map(([, text = '']) => text.replaceAll(/\s+/g, ' '));
}

/** Paths of this repository that a page links to. */
function linksOf(page = ''): readonly string[] {
  return [...page.matchAll(/\]\(([^):#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
}

describe('the Chinese README', () => {
  test('has the commands and the target file of the English one', () => {
    assert.deepEqual(blocksOf(chinese), blocksOf(english));
    // From "Where things are" on, the English one is for those who work on the suite.
    const [usage] = (english ?? '').split(/^## Where things are$/m);
    assert.deepEqual(new Set(commandsOf(chinese)), new Set(commandsOf(usage)));
  });
});

describe('both READMEs', () => {
  test('have a table of every command', () => {
    const files = readdirSync(new URL('support/cli/commands/', root)).filter((name) => !name.endsWith('.test.ts'));
    const commands = files.map((name) => name.replace(/\.ts$/, ''));
    for (const page of [english, chinese]) {
      const rows = [...(page ?? '').matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name = '']) => name);
      assert.deepEqual(new Set(rows.filter((name) => commands.includes(name))), new Set(commands));
    }
  });

  test('link to files that exist', () => {
    const links = [...linksOf(english), ...linksOf(chinese)];
    assert.deepEqual(
      links.filter((path) => !existsSync(new URL(path, root))),
      [],
    );
  });

  test('give options that run has, a deviation that the store has, and a feature that exists', async () => {
    const typed = [...blocksOf(english), ...commandsOf(english)].filter((text) => text.includes('npm start --'));
    const known = new Set(runCommand().options.map(({ long }) => long));
    const options = typed.flatMap((text) => text.match(/(?<= )--[a-z][\w-]*/g) ?? []);
    assert.deepEqual(
      options.filter((option) => !known.has(option)),
      [],
    );
    const [, deviation = ''] = /--deviation (\S+)/.exec(typed.join('\n')) ?? [];
    assert.ok(deviationNames().includes(deviation), deviation);
    const [feature = ''] = /features\/\S+:\d+/.exec(typed.join('\n')) ?? [];
    const selection = { clauses: [], tags: null, shard: null, paths: [feature] };
    assert.equal((await planScenarios(await loadCatalogue(), selection)).length, 1);
  });

  test('list every capability', () => {
    for (const page of [english, chinese]) {
      const [, list = ''] = /^`capabilities`([^]*?)[.。]/m.exec(page ?? '') ?? [];
      const names = [...list.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name);
      assert.deepEqual(names, [...capabilities]);
    }
  });

  test('show a target file that is YAML', () => {
    const file = blocksOf(english).find((text) => text.startsWith('name:')) ?? '';
    assert.ok(Object.hasOwn(Object(parse(file)), 'expected'));
  });
});

test('"Where things are" names each folder of support, and only folders that exist', () => {
  const [, map = ''] = /^## Where things are\n([^]*?)^## /m.exec(english ?? '') ?? [];
  const named = [...map.matchAll(/^\| `([^`]+)\/` /gm)].map(([, folder = '']) => folder);
  assert.deepEqual(
    named.filter((folder) => !existsSync(new URL(folder, root))),
    [],
  );
  const folders = readdirSync(new URL('support/', root), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  assert.deepEqual(
    folders.map(({ name }) => `support/${name}`).filter((folder) => !named.includes(folder)),
    [],
  );
});
