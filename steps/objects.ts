import { setTimeout as pause } from 'node:timers/promises';
import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import {
  holdObject,
  requireContents,
  requireUnchanged,
  type DescribedObject,
} from '../support/harness/objects/bucket-contents.ts';
import { FormDraft } from '../support/harness/objects/form-draft.ts';
import { contentOf, contentOfWriter } from '../support/harness/objects/object-content.ts';
import { appendObject, deleteObjects, putObject } from '../support/harness/objects/object-requests.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import { askAtOnce } from '../support/harness/objects/simultaneous-requests.ts';
import { meaningOf } from '../support/harness/objects/cell-values.ts';
import type { Principal } from '../support/harness/target/target.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { definePhrases, defineWords } from './define-phrases.ts';
import { asHeaderText } from './tables.ts';

/** Objects by name: what the bucket holds before and after the request that the scenario judges. */

/** Requests that several writers send at the same time. */
type Race = 'upload' | 'append';

defineWords<Race>('race', { 'upload the object': 'upload', 'append to the object': 'append' });

const hourMs = 3_600_000;

/** The policy of a form, which PostObject signs. */
definePhrases<(form: FormDraft) => void>('formPolicy', {
  'expired an hour ago': () => (form) => {
    form.validForMs = -hourMs;
  },
  'has the condition "…"':
    (json = '') =>
    (form) => {
      form.conditions.push(JSON.parse(json));
    },
  'is "…"':
    (text = '') =>
    (form) => {
      form.document = text;
    },
});

Given('a form whose policy {formPolicy}', function (this: OssWorld, change: (form: FormDraft) => void) {
  change(this.part(FormDraft));
});

/** The scenario is about the first one. */
Given('the bucket holds the objects', async function (this: OssWorld, table: DataTable) {
  const [first, ...others] = describedObjects(this, table);
  if (first === undefined) throw new Error('the table names no object');
  for (const described of [first, ...others]) await holdObject(this, described);
  const object = this.part(ScenarioObject);
  object.key = first.key;
  object.content = first.content;
  // Last-Modified has whole seconds; a later write must get a different one.
  if (table.hashes().some(({ age }) => age === 'two seconds')) await pause(2_000);
});

When('{principal} deletes in one request', async function (this: OssWorld, principal: Principal, xml: string) {
  await this.ask(principal, deleteObjects(this.bucket.name, meaningOf(this, xml)));
});

/** Uploads each have content of their own, as long as the object's; appends all have the same. */
When('{int} writers {race} at the same time', async function (this: OssWorld, writers: number, race: Race) {
  const { address, content } = this.part(ScenarioObject);
  const requests = Array.from({ length: writers }, (_, writer) =>
    race === 'upload'
      ? putObject(address, contentOfWriter(writer, content.length))
      : appendObject(address, Buffer.from('bar'), content.length),
  );
  await askAtOnce(this, requests);
});

Then('the bucket holds exactly the objects', async function (this: OssWorld, table: DataTable) {
  await requireContents(this, describedObjects(this, table));
});

Then('nothing in the bucket has changed', async function (this: OssWorld) {
  await requireUnchanged(this);
});

/**
 * Columns `name`, `content` and `type`; `age` is for the set-up. Every other column is a header, and an empty cell no
 * header. Throws an Error if `name` or `content` is missing: a misspelled one would be read as a header.
 */
function describedObjects(world: OssWorld, table: DataTable): readonly DescribedObject[] {
  return table.hashes().map(({ name, content, type, age: _age, ...headers }) => {
    if (name === undefined || content === undefined) throw new Error('the table needs the columns name and content');
    return {
      key: meaningOf(world, name),
      content: contentCalled(world, content),
      type: type ?? null,
      headers: Object.entries(headers)
        .filter(([, value]) => value !== '')
        .map(([header, value]) => [header, asHeaderText(meaningOf(world, value))] as const),
    };
  });
}

/** `(1000 bytes)` means bytes that are not text; any other text means itself. */
function contentCalled(world: OssWorld, words: string): Uint8Array {
  const size = /^\((\d+) bytes\)$/u.exec(words)?.[1];
  return size === undefined ? Buffer.from(meaningOf(world, words)) : contentOf(Number(size));
}
