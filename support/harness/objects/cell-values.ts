import { Inconclusive } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import { headerOf } from './object-snapshot.ts';
import { ScenarioObject } from './scenario-object.ts';

/** Words in round brackets that mean a value of the scenario, e.g. `(the ETag)`; they may be part of a longer value. */
const placeholder =
  /\((the ETag|the bare ETag|the other bucket|the bucket|0x[0-9a-f]{2,4}|\d+ KB|\d+ times .|\d+ objects|an hour (?:before|after) the upload|the time of the upload)\)/gu;

/** The value behind a cell of a feature. */
export function meaningOf(world: OssWorld, cell: string): string {
  return cell.replaceAll(placeholder, (_whole, words: string) => valueOf(world, words));
}

function valueOf(world: OssWorld, words: string): string {
  switch (words) {
    case 'the bucket':
      return world.bucket.name;
    case 'the other bucket':
      return world.otherBucket.name;
    case 'the ETag':
      return uploaded(world, 'ETag');
    case 'the bare ETag':
      return uploaded(world, 'ETag').replaceAll('"', '');
    case 'the time of the upload':
      return uploaded(world, 'Last-Modified');
    case 'an hour before the upload':
      return hoursFrom(uploaded(world, 'Last-Modified'), -1);
    case 'an hour after the upload':
      return hoursFrom(uploaded(world, 'Last-Modified'), 1);
    default:
      return repetition(words);
  }
}

/** `0x0c`, `4 KB` of text, `341 times 中`, or `1000 objects`, named a1 to a1000, for a deletion. */
function repetition(words: string): string {
  if (words.startsWith('0x')) return String.fromCharCode(Number(words));
  const [count = '', what, text = ''] = words.split(' ');
  const times = Number(count);
  if (what === 'times') return text.repeat(times);
  if (what === 'KB') return 'v'.repeat(times * 1024);
  return Array.from({ length: times }, (_, at) => `<Object><Key>a${at + 1}</Key></Object>`).join('');
}

function uploaded(world: OssWorld, header: string): string {
  const value = headerOf(world.part(ScenarioObject).snapshot, header);
  if (value === undefined) throw new Inconclusive(`could not prepare: the uploaded object has no ${header}`);
  return value;
}

function hoursFrom(date: string, hours: number): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) throw new Inconclusive('could not prepare: Last-Modified is not a date');
  return new Date(time + hours * 3_600_000).toUTCString();
}
