import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { headerValue } from '../support/client/request.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import { printedRule } from '../support/ossutil/runner/output.ts';
import { withValues, normalized } from '../support/ossutil/runner/placeholders.ts';
import type { OssutilSyntax } from '../support/ossutil/program.ts';
import { MockStore, type ReceivedRequest } from '../support/ossutil/runner/mock-store.ts';
import { runProgram } from '../support/ossutil/runner/program-run.ts';
import { OssutilScenario } from '../support/ossutil/runner/ossutil-scenario.ts';
import { SessionProgram } from '../support/ossutil/runner/session-program.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { definePhrases, defineWords } from './define-phrases.ts';
import { requireElements, wantedElements } from './rule-tables.ts';
import { rowsOf } from './tables.ts';

/**
 * How an ossutil program is run, and what it printed and sent. Words in capitals, and `examplebucket`, are placeholders
 * for values that differ from run to run.
 */

type WriteFile = (world: OssWorld, text: string) => Promise<void>;
type RequireOf = (world: OssWorld) => void;

defineWords<OssutilSyntax>('syntax', { '1.x': '1.x', '2.x': '2.x' });

definePhrases<WriteFile>('file', {
  'configuration file': () => async (world, text) => {
    world.part(OssutilScenario).configuration = { text };
  },
  'file "…"':
    (name = '') =>
    async (world, text) => {
      const { directory } = await world.session.resource(SessionProgram).programUnderTest();
      await writeFile(join(directory, name), text);
    },
});

definePhrases<RequireOf>('exit', {
  N: (exitCode) => (world) => {
    if (world.part(OssutilScenario).run.exitCode !== Number(exitCode))
      throw new Nonconformance(`the exit code ${exitCode}`, ending(world));
  },
  'an error code': () => (world) => {
    if (world.part(OssutilScenario).run.exitCode === 0)
      throw new Nonconformance('an exit code other than 0', ending(world));
  },
});

definePhrases<RequireOf>('printedLine', {
  'the line "…"':
    (line = '') =>
    (world) => {
      if (!linesOf(world).includes(line))
        throw new Nonconformance(`the line "${line}"`, JSON.stringify(printedBy(world)));
    },
  'a line that begins with "…"':
    (start = '') =>
    (world) => {
      if (!linesOf(world).some((line) => line.startsWith(start)))
        throw new Nonconformance(`a line that begins with "${start}"`, JSON.stringify(printedBy(world)));
    },
  'the last line "…"':
    (expected = '') =>
    (world) => {
      const wanted = normalized(world, expected);
      if (!printedBy(world).endsWith(`\n${wanted}\n`))
        throw new Nonconformance(`the last line "${wanted}"`, JSON.stringify(printedBy(world)));
    },
  'nothing on stderr': () => (world) => {
    const { stderr } = world.part(OssutilScenario).run;
    if (stderr !== '') throw new Nonconformance('nothing on stderr', JSON.stringify(normalized(world, stderr)));
  },
});

definePhrases<RequireOf>('received', {
  nothing: () => (world) => {
    const [request] = world.part(OssutilScenario).requiredMockStore.received;
    if (request !== undefined) throw new Nonconformance('nothing to reach the store', startLine(request));
  },
  '"…"':
    (wanted = '') =>
    (world) => {
      const lines = world.part(OssutilScenario).requiredMockStore.received.map(startLine);
      if (lines.length !== 1 || lines[0] !== wanted)
        throw new Nonconformance(`${wanted} to reach the store`, lines.join(' and ') || 'nothing');
    },
});

Given('a mock store', async function (this: OssWorld) {
  this.part(OssutilScenario).mockStore = await MockStore.start(null);
});

Given('a mock store that answers {int} with', async function (this: OssWorld, status: number, body: string) {
  this.part(OssutilScenario).mockStore = await MockStore.start({ status, body });
});

Given('the {file}', async function (this: OssWorld, write: WriteFile, text: string) {
  await write(this, text);
});

Given('no configuration file', function (this: OssWorld) {
  this.part(OssutilScenario).configuration = 'none';
});

When('ossutil {syntax} runs {string}', async function (this: OssWorld, syntax: OssutilSyntax, line: string) {
  this.part(OssutilScenario).run = await runProgram(this, syntax, line);
});

Then('it exits with {exit}', function (this: OssWorld, requireExit: RequireOf) {
  requireExit(this);
});

// Where the last line expected is "(anything)", more may follow.
Then('it prints', function (this: OssWorld, expected: string) {
  const printed = printedBy(this);
  const first = /^(.*\n)\(anything\)$/su.exec(expected)?.[1];
  const wanted = first ?? `${normalized(this, withValues(this, expected))}\n`;
  if (first === undefined ? printed === wanted : printed.startsWith(wanted)) return;
  throw new Nonconformance(`${JSON.stringify(wanted)}${first === undefined ? '' : ' first'}`, JSON.stringify(printed));
});

Then('it prints {printedLine}', function (this: OssWorld, requireLine: RequireOf) {
  requireLine(this);
});

Then('it prints the rule', function (this: OssWorld, elements: DataTable) {
  requireElements(printedRule(this.part(OssutilScenario).run.stdout), wantedElements(rowsOf(this, elements)));
});

Then('{received} reached the store', function (this: OssWorld, requireReceived: RequireOf) {
  requireReceived(this);
});

Then('the request carried', function (this: OssWorld, content: DataTable | string) {
  const request = soleRequest(this);
  if (typeof content === 'string') requireBody(request, content);
  else for (const [name, value] of rowsOf(this, content)) requireHeader(request, name, value);
});

function printedBy(world: OssWorld): string {
  return normalized(world, world.part(OssutilScenario).run.stdout);
}

function linesOf(world: OssWorld): readonly string[] {
  return printedBy(world).split('\n');
}

function requireBody({ body }: ReceivedRequest, wanted: string): void {
  if (body !== wanted) throw new Nonconformance(`the body ${wanted}`, body === '' ? 'none' : body);
}

/** The value `(none)` means an absent header; a value that ends in `…` is the beginning of the header. */
function requireHeader({ headers }: ReceivedRequest, name: string, value: string): void {
  const got = headerValue(headers, name);
  if (value === '(none)') {
    if (got !== undefined) throw new Nonconformance(`no header ${name}`, 'one of that name');
  } else if (value.endsWith('…')) {
    const start = value.slice(0, -1);
    // Never shows more of a signature than the step asks for.
    if (!got?.startsWith(start))
      throw new Nonconformance(
        `the header ${name}: ${value}`,
        got === undefined ? 'none' : `${got.slice(0, start.length)}…`,
      );
  } else if (got !== value) {
    throw new Nonconformance(`the header ${name}: ${value}`, got === undefined ? 'none' : `${name}: ${got}`);
  }
}

/** With its output, because the exit code alone explains nothing. */
function ending(world: OssWorld): string {
  const { exitCode, stderr } = world.part(OssutilScenario).run;
  const said = normalized(world, world.part(OssutilScenario).run.stdout + stderr).trim();
  return said === '' ? `${exitCode}` : `${exitCode} and ${JSON.stringify(said)}`;
}

function startLine({ method, target }: ReceivedRequest): string {
  return `${method} ${target}`;
}

function soleRequest(world: OssWorld): ReceivedRequest {
  const [request] = world.part(OssutilScenario).requiredMockStore.received;
  if (request === undefined) throw new Nonconformance('a request to reach the store', 'none');
  return request;
}
