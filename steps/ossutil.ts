import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineParameterType, Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { headerValue } from '../support/client/request.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import { printedRule } from '../support/ossutil/runner/output.ts';
import { filledIn, steadied } from '../support/ossutil/runner/placeholders.ts';
import type { OssutilSyntax } from '../support/ossutil/runner/program.ts';
import { MockStore, type ReceivedRequest } from '../support/ossutil/runner/mock-store.ts';
import { runProgram } from '../support/ossutil/runner/invocation.ts';
import { OssutilScene } from '../support/ossutil/runner/scene.ts';
import { SessionProgram } from '../support/ossutil/runner/session-program.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { requireElements, wantedElements } from './rule-tables.ts';
import { rowsOf } from './tables.ts';

/**
 * How an ossutil program is run, and what it printed and sent. Words in capitals, and `examplebucket`, stand for what
 * differs from run to run.
 */

defineParameterType({
  name: 'syntax',
  regexp: /1\.x|2\.x/u,
  transformer: (words: string): OssutilSyntax => (words === '2.x' ? '2.x' : '1.x'),
});

Given('a stand-in store', async function (this: OssWorld) {
  this.part(OssutilScene).mockStore = await MockStore.start(null);
});

Given('a stand-in store that answers {int}', async function (this: OssWorld, status: number) {
  this.part(OssutilScene).mockStore = await MockStore.start({ status, body: '' });
});

Given('a stand-in store that answers {int} with', async function (this: OssWorld, status: number, body: string) {
  this.part(OssutilScene).mockStore = await MockStore.start({ status, body });
});

Given('the configuration file', function (this: OssWorld, text: string) {
  this.part(OssutilScene).configuration = { text };
});

Given('no configuration file', function (this: OssWorld) {
  this.part(OssutilScene).configuration = 'none';
});

Given('the file {string}', async function (this: OssWorld, name: string, text: string) {
  const { directory } = await this.session.resource(SessionProgram).workbench();
  await writeFile(join(directory, name), text);
});

When('ossutil {syntax} runs {string}', async function (this: OssWorld, syntax: OssutilSyntax, line: string) {
  this.part(OssutilScene).run = await runProgram(this, syntax, line);
});

Then('it exits with {int}', function (this: OssWorld, exitCode: number) {
  if (this.part(OssutilScene).run.exitCode !== exitCode)
    throw new Nonconformance(`the exit code ${exitCode}`, ending(this));
});

Then('it fails', function (this: OssWorld) {
  if (this.part(OssutilScene).run.exitCode === 0) throw new Nonconformance('an exit code other than 0', ending(this));
});

Then('its exit code is reported', function (this: OssWorld) {
  this.observations.push(`the exit code ${this.part(OssutilScene).run.exitCode}`);
});

Then('it prints', function (this: OssWorld, expected: string) {
  const wanted = `${steadied(this, filledIn(this, expected))}\n`;
  const printed = printedBy(this);
  if (printed !== wanted) throw new Nonconformance(JSON.stringify(wanted), JSON.stringify(printed));
});

Then('its first lines are', function (this: OssWorld, expected: string) {
  const printed = printedBy(this);
  if (!printed.startsWith(`${expected}\n`))
    throw new Nonconformance(`${JSON.stringify(expected)} first`, JSON.stringify(printed));
});

Then('its last line reads like {string}', function (this: OssWorld, expected: string) {
  const wanted = steadied(this, expected);
  if (!printedBy(this).endsWith(`\n${wanted}\n`))
    throw new Nonconformance(`the last line "${wanted}"`, JSON.stringify(printedBy(this)));
});

Then('it prints the line {string}', function (this: OssWorld, line: string) {
  if (!linesOf(this).includes(line)) throw new Nonconformance(`the line "${line}"`, JSON.stringify(printedBy(this)));
});

Then('it prints a line that begins with {string}', function (this: OssWorld, beginning: string) {
  if (!linesOf(this).some((line) => line.startsWith(beginning)))
    throw new Nonconformance(`a line that begins with "${beginning}"`, JSON.stringify(printedBy(this)));
});

Then('nothing stands on stderr', function (this: OssWorld) {
  const { stderr } = this.part(OssutilScene).run;
  if (stderr !== '') throw new Nonconformance('nothing on stderr', JSON.stringify(steadied(this, stderr)));
});

Then('the rule it prints holds', function (this: OssWorld, elements: DataTable) {
  requireElements(printedRule(this.part(OssutilScene).run.stdout), wantedElements(rowsOf(this, elements)));
});

Then('nothing reached the store', function (this: OssWorld) {
  const [request] = this.part(OssutilScene).requiredMockStore.received;
  if (request !== undefined) throw new Nonconformance('nothing to reach the store', startLine(request));
});

Then('{string} reached the store', function (this: OssWorld, wanted: string) {
  const lines = this.part(OssutilScene).requiredMockStore.received.map(startLine);
  if (lines.length !== 1 || lines[0] !== wanted)
    throw new Nonconformance(`${wanted} to reach the store`, lines.join(' and ') || 'nothing');
});

Then('the request carried the header {string}', function (this: OssWorld, line: string) {
  const [name = '', value] = line.split(/:\s*(.*)/su);
  const got = headerValue(soleRequest(this).headers, name);
  if (got !== value) throw new Nonconformance(`the header ${line}`, got === undefined ? 'none' : `${name}: ${got}`);
});

Then('the request carried no header {string}', function (this: OssWorld, name: string) {
  if (headerValue(soleRequest(this).headers, name) !== undefined)
    throw new Nonconformance(`no header ${name}`, 'one of that name');
});

Then('the request was signed as {string}', function (this: OssWorld, beginning: string) {
  const got = headerValue(soleRequest(this).headers, 'Authorization') ?? 'no signature';
  // Never more of it than what was asked for.
  if (!got.startsWith(beginning))
    throw new Nonconformance(`a signature that begins with "${beginning}"`, `"${got.slice(0, beginning.length)}…"`);
});

Then('the body that reached the store is', function (this: OssWorld, wanted: string) {
  const { body } = soleRequest(this);
  if (body !== wanted) throw new Nonconformance(`the body ${wanted}`, body === '' ? 'none' : body);
});

function printedBy(world: OssWorld): string {
  return steadied(world, world.part(OssutilScene).run.stdout);
}

function linesOf(world: OssWorld): readonly string[] {
  return printedBy(world).split('\n');
}

/** With what it said: the code alone explains nothing. */
function ending(world: OssWorld): string {
  const { exitCode, stderr } = world.part(OssutilScene).run;
  const said = steadied(world, world.part(OssutilScene).run.stdout + stderr).trim();
  return said === '' ? `${exitCode}` : `${exitCode} and ${JSON.stringify(said)}`;
}

function startLine({ method, target }: ReceivedRequest): string {
  return `${method} ${target}`;
}

function soleRequest(world: OssWorld): ReceivedRequest {
  const [request] = world.part(OssutilScene).requiredMockStore.received;
  if (request === undefined) throw new Nonconformance('a request to reach the store', 'none');
  return request;
}
