import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import serveCommand from '../support/cli/commands/serve.ts';
import { principalsIn } from '../support/cli/serve/environment-principals.ts';
import { ownerKeys, ServingProcess } from '../support/cli/serve/testing/serving-process.ts';
import { renewed } from './serve-operations.ts';
import { UserProject } from './testing/installed-package.ts';
import { recipe, servePage as page } from './testing/serve-page.ts';

test('the generated part of the page is what the command writes', async () => {
  assert.ok((await renewed(page)) === page, 'renew it: npm run -s docs:serve');
});

test('the page names every option of the command', () => {
  const options = serveCommand().options.map(({ long }) => long ?? '');
  assert.deepEqual(
    options.filter((option) => !page.includes(`\`${option}`) && !page.includes(` ${option} `)),
    [],
  );
});

describe('the recipes run as they are written', () => {
  let serving: ServingProcess;
  before(async () => {
    serving = await ServingProcess.start('--bucket', 'photos');
  });
  after(() => serving.end());

  const origin = (): URL => new URL(serving.ready.endpoint);
  const outputOf = async (name: string, packages: readonly string[]): Promise<string> => {
    await using project = await UserProject.create(...packages);
    await writeFile(join(project.folder, name), recipe(name, origin()));
    const output = await project.node([name], {
      OSS_ACCESS_KEY_ID: ownerKeys.accessKeyId,
      OSS_ACCESS_KEY_SECRET: ownerKeys.accessKeySecret,
      HTTP_PROXY: origin().origin,
    });
    return output;
  };

  test('ali-oss', { timeout: 30_000 }, async () => {
    assert.equal(await outputOf('ali-oss.mjs', ['ali-oss']), 'hello\n');
  });

  test('startStore', { timeout: 30_000 }, async () => {
    assert.match(await outputOf('start-store.mjs', []), /^http:\/\/127\.0\.0\.1:\d+ cn-hangzhou \{/u);
  });
});

test('the tests of the example project pass', { timeout: 60_000 }, async () => {
  await using project = await UserProject.create('ali-oss');
  await cp(new URL('example-project', import.meta.url), project.folder, { recursive: true });
  assert.match(await project.node(['--test', '--test-reporter=tap']), /^# pass 4\n# fail 0$/mu);
});

describe('the container recipes', () => {
  test('the image starts the program of the package, without root', async () => {
    const containerfile = await readFile(new URL('Containerfile', import.meta.url), 'utf8');
    const entry = jsonArray(/^ENTRYPOINT (.*)$/mu.exec(containerfile)?.[1]);
    const compiled = entry.find((word) => word.startsWith('node_modules/oss-conformance/')) ?? '';
    const source = compiled.replace('node_modules/oss-conformance', '..').replace(/\.js$/u, '.ts');
    assert.ok(existsSync(fileURLToPath(new URL(source, import.meta.url))), compiled);
    assert.match(containerfile, /^USER node$/mu);
    assert.doesNotMatch(containerfile, /java|jdk|jre/iu);
  });

  test('its health check distinguishes a store that listens from one that does not', { timeout: 30_000 }, async () => {
    const containerfile = await readFile(new URL('Containerfile', import.meta.url), 'utf8');
    const [, option = '', program = ''] = jsonArray(/^ +CMD (.*)$/mu.exec(containerfile)?.[1]);
    const serving = await ServingProcess.start();
    await using project = await UserProject.create();
    const here = program.replace('127.0.0.1:9000', new URL(serving.ready.endpoint).host);
    await project.node([option, here]);
    await serving.end();
    await assert.rejects(project.node([option, here]), { code: 1 });
  });

  test('compose and GitHub Actions have a store at port 9000', () => {
    const [compose, workflow] = [...page.matchAll(/```yaml\n([^]*?)```/gu)].map(([, text = '']) => parse(text));
    assert.deepEqual(compose.services.oss.ports, ['9000:9000']);
    assert.deepEqual(workflow.jobs.test.services.oss.ports, ['9000:9000']);
  });
});

describe('the Testcontainers recipe', () => {
  const java = [...page.matchAll(/```java\n([^]*?)```/gu)].map(([, text = '']) => text).find(isTestcontainers) ?? '';
  /** The arguments of each call of that method, without quotes. */
  const argumentsOf = (method: string): readonly string[] =>
    [...java.matchAll(new RegExp(`\\b${method}\\(([^()]*)\\)`, 'gu'))].flatMap(([, text = '']) =>
      text.split(', ').map((word) => word.replaceAll('"', '')),
    );

  test('consists of whole statements', () => {
    const code = java.replaceAll(/\/\/.*|"[^"\n]*"/gu, '');
    const statements = code.split(';').map((statement) => statement.trim());
    assert.equal(statements.pop(), '');
    for (const statement of statements)
      assert.equal(statement.split('(').length, statement.split(')').length, statement);
    assert.match(code, /oss\.start\(\);[^]*oss\.getMappedPort/u);
  });

  test('has the image, the port and the readiness path of the Containerfile', async () => {
    const containerfile = await readFile(new URL('Containerfile', import.meta.url), 'utf8');
    const [, image] = /^docker build .*-t (\S+) dist$/mu.exec(page) ?? [];
    const [, port] = /^EXPOSE (\d+)$/mu.exec(containerfile) ?? [];
    const [, path] = /fetch\('http:\/\/127\.0\.0\.1:\d+([^']*)'\)/u.exec(containerfile) ?? [];
    assert.deepEqual(argumentsOf('GenericContainer<>'), [image]);
    assert.deepEqual([...argumentsOf('withExposedPorts'), ...argumentsOf('getMappedPort')], [port, port]);
    assert.deepEqual(argumentsOf('Wait.forHttp'), [path]);
    assert.match(containerfile, new RegExp(`"--port", "${port}"\\]$`, 'mu'));
  });

  test('gives the store options and keys that it takes', () => {
    const { operands, unknown } = serveCommand().parseOptions([...argumentsOf('withCommand')]);
    assert.deepEqual([operands, unknown], [[], []]);
    const [idName = '', id = '', secretName = '', secret = ''] = argumentsOf('withEnv');
    const keys = { accessKeyId: id, accessKeySecret: secret };
    assert.deepEqual(principalsIn({ [idName]: id, [secretName]: secret }), { owner: keys });
  });
});

function isTestcontainers(java: string): boolean {
  return java.includes('org.testcontainers');
}

function jsonArray(text = '[]'): readonly string[] {
  const value: unknown = JSON.parse(text);
  assert.ok(Array.isArray(value));
  return value.map(String);
}
