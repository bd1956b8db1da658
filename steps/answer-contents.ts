import { createHash } from 'node:crypto';
import { Then, type DataTable } from '@cucumber/cucumber';
import { readErrorDocument } from '../support/client/error-document.ts';
import { headerValue, type HeaderPair } from '../support/client/request.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { detailDeparture } from '../support/harness/errors/error-details.ts';
import { TriggeredError } from '../support/harness/errors/triggered-error.ts';
import { headObject } from '../support/harness/objects/object-requests.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { defineWords } from './define-phrases.ts';
import { asHeaderText, rowsOf, type Row } from './tables.ts';

/** The headers of an answer, and the elements of an error. */

type RequireRows = (world: OssWorld, rows: readonly Row[]) => void | Promise<void>;

defineWords<RequireRows>('carrier', {
  'the answer': (world, rows) => requireHeaders(world.answer.headers, rows, world.part(ScenarioObject)),
  "the object's head": async (world, rows) => {
    const object = world.part(ScenarioObject);
    const { answer } = await world.look(headObject(object.address));
    if (answer.status !== 200) throw new Nonconformance("the object's head", describeAnswer(answer));
    requireHeaders(answer.headers, rows, object);
  },
  'the error': ({ answer, exchange, bucket }, rows) => {
    const reading = readErrorDocument(answer);
    if ('notAnError' in reading) throw new Nonconformance('an OSS error document', reading.notAnError);
    const departure = detailDeparture(reading.error.extra, rows, { exchange, bucket: bucket.name });
    if (departure !== null) throw new Nonconformance(departure.expected, departure.got);
  },
});

Then('{carrier} carries', async function (this: OssWorld, requireRows: RequireRows, table: DataTable) {
  await requireRows(this, rowsOf(this, table));
  this.part(TriggeredError).requireNamed();
});

/** `(any)` stands for a value that is not empty. */
function requireHeaders(headers: readonly HeaderPair[], wanted: readonly Row[], object: ScenarioObject): void {
  for (const [name, value] of wanted) {
    const got = headerValue(headers, name);
    switch (value) {
      case '(any)':
        if (got === undefined || got === '')
          throw new Nonconformance(`the header ${name}`, got === '' ? 'an empty one' : 'none');
        break;
      case "(the object's MD5)":
        if (got?.replaceAll('"', '').toUpperCase() !== md5Of(object.content))
          throw new Nonconformance(`the MD5 of the object as its ${name}`, md5Departure(got));
        break;
      case "(the object's MD5 in double quotes)":
        if (got?.toUpperCase() !== `"${md5Of(object.content)}"`)
          throw new Nonconformance(`the MD5 of the object in double quotes as its ${name}`, 'another value');
        break;
      case '(none)':
        if (got !== undefined) throw new Nonconformance(`no ${name}`, got);
        break;
      case "(the object's ETag)":
        if (got !== object.knownEtag)
          throw new Nonconformance(`the ETag of the upload as ${name}`, got === undefined ? 'none' : 'another one');
        break;
      default:
        if (got === undefined) throw new Nonconformance(`the header ${name}`, 'none');
        if (got !== asHeaderText(value)) throw new Nonconformance(`${name}: ${value}`, got);
    }
  }
}

/** Without the value, because a store may create a new one for every upload. */
function md5Departure(got: string | undefined): string {
  if (got === undefined) return 'none';
  return /^"?[0-9A-F]{32}"?$/iu.test(got) ? 'another MD5' : `a value that is no MD5, of ${got.length} characters`;
}

function md5Of(content: Uint8Array): string {
  return createHash('md5').update(content).digest('hex').toUpperCase();
}
