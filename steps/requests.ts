import { Given, type DataTable } from '@cucumber/cucumber';
import type { OssWorld } from '../support/harness/world/world.ts';
import { rowsOf } from './tables.ts';

/** How the next request differs from what a good client sends. */

Given('a request to {string}', function (this: OssWorld, target: string) {
  this.draft.useTarget(target);
});

Given('a request by the method {string}', function (this: OssWorld, method: string) {
  this.draft.useMethod(method);
});

Given('a request with the body', function (this: OssWorld, body: string) {
  this.draft.useBody(new TextEncoder().encode(body));
});

Given('a request with the header {string}', function (this: OssWorld, line: string) {
  const [name = '', value = ''] = line.split(/:\s*(.*)/su);
  this.draft.useHeader(name, value);
});

Given('a request with the headers', function (this: OssWorld, headers: DataTable) {
  for (const [name, value] of rowsOf(this, headers)) this.draft.useHeader(name, value);
});

Given('a request without the header {string}', function (this: OssWorld, name: string) {
  this.draft.dropHeader(name);
});

Given("a request with the body's Content-MD5", function (this: OssWorld) {
  this.draft.useContentMd5();
});

Given('a request with no headers but', function (this: OssWorld, names: DataTable) {
  const kept = new Set(names.raw().map(([name = '']) => name.toLowerCase()));
  this.draft.keepOnly(kept);
});
