import type { Answer } from '../../client/exchange.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { unansweredInWords, type Conversation } from '../conversation/conversation.ts';
import { onceKnown } from '../conversation/new-bucket.ts';
import { showExchange } from '../evidence/shown-exchange.ts';
import { listObjectsBy } from '../listings/listing-requests.ts';
import { contentOf } from '../objects/object-content.ts';
import {
  getObject,
  getObjectMeta,
  headObject,
  initiateMultipartUpload,
  listObjects,
  putObject,
  type ObjectAddress,
} from '../objects/object-requests.ts';
import { Inconclusive, Nonconformance, type BrokenInstrument } from '../verdict/finding.ts';
import type { Session } from '../world/session.ts';
import { ofBuckets } from './bucket-instruments.ts';
import type { Instrument } from './instrument.ts';
import { showsDocument } from './shown-document.ts';
import { abortion, initiation, partListing, uploadIdIn, uploadListing } from './upload-instruments.ts';

export const objectReading: Instrument = {
  name: 'GET of an object',
  clause: 'GET-01',
  expected: 'GetObject to read an object that was uploaded',
  request: getObject,
  works: isSuccess,
};

export const objectHead: Instrument = {
  name: 'HEAD of an object',
  clause: 'HEAD-01',
  expected: 'HeadObject to find an object that was uploaded',
  request: headObject,
  works: isSuccess,
};

const objectMeta: Instrument = {
  name: 'HEAD ?objectMeta of an object',
  clause: 'HEAD-08',
  expected: 'GetObjectMeta to find an object that was uploaded',
  request: getObjectMeta,
  // One that does not find a new object at once breaks PUT-07, and is still a call that the store knows.
  works: ({ status }) => status === 200 || status === 404,
};

export const listing: Instrument = {
  name: 'GET of a bucket',
  clause: 'LSO-04',
  expected: 'ListObjects to list an object that was uploaded',
  request: ({ bucket }) => listObjects(bucket),
  works: (answer) => showsDocument(answer, 'ListBucketResult', 'Contents', 'Key'),
};

const listingV2: Instrument = {
  name: 'GET ?list-type of a bucket',
  clause: 'LSO-03',
  expected: 'ListObjectsV2 to list an object that was uploaded, in a document of its own',
  request: ({ bucket }) => listObjectsBy('ListObjectsV2', bucket, []),
  works: (answer) => showsDocument(answer, 'ListBucketResult', 'Contents', 'Key') && !isOfFirstVersion(answer),
};

const ofObjects: readonly Instrument[] = [objectReading, objectHead, objectMeta, listing, listingV2];

/**
 * Tries each instrument once, on a new bucket, and returns those that do not work. A failure of the environment says
 * nothing about the store: the scenarios that use the call will meet it, too.
 */
export async function tryInstruments(
  session: Session,
  conversation: Conversation,
): Promise<readonly BrokenInstrument[]> {
  return session.onNewBucket(conversation, async (bucket) => {
    const object = { bucket, key: 'instrument' };
    // Of another name: a store whose uploads damage the object of their name breaks MPU-05, not its readings.
    const upload = { bucket, key: 'instrument-upload' };
    const tried: (BrokenInstrument | null)[] = [];
    const tryAll = async (instruments: readonly Instrument[], address: ObjectAddress): Promise<void> => {
      for (const instrument of instruments) tried.push(await tryOne(instrument, session, conversation, address));
    };
    await tryAll([...ofBuckets, ...((await canUpload(session, conversation, object)) ? ofObjects : [])], object);
    await tryAll(await ofUploads(session, conversation, upload), upload);
    return withOneCause(tried.filter((broken) => broken !== null));
  });
}

/** GetObjectMeta is a HEAD, too, and ListObjectsV2 a listing: a store without either lacks one call and not two. */
function withOneCause(broken: readonly BrokenInstrument[]): readonly BrokenInstrument[] {
  return broken.map((one) => {
    const cause = broken.find(({ name, got }) => name === causes.get(one.name) && got === one.got);
    return cause === undefined ? one : { ...one, clause: cause.clause };
  });
}

/** The calls that a store may lack because it lacks another one. */
const causes: ReadonlyMap<string, string> = new Map([
  [objectMeta.name, objectHead.name],
  [listingV2.name, listing.name],
]);

async function canUpload({ target }: Session, conversation: Conversation, object: ObjectAddress): Promise<boolean> {
  if (!target.capabilities.includes('objects')) return false;
  try {
    const upload = () => conversation.prepare('PutObject', putObject(object, contentOf(64)));
    return isSuccess((await onceKnown(upload, target.limits.readAfterWriteMs)).answer);
  } catch (error) {
    if (error instanceof Inconclusive) return false;
    throw error;
  }
}

/** The other calls need an upload, so a store that begins none is at fault for that only. */
async function ofUploads(
  { target }: Session,
  conversation: Conversation,
  object: ObjectAddress,
): Promise<readonly Instrument[]> {
  if (!target.capabilities.includes('objects') || !target.capabilities.includes('multipart')) return [];
  try {
    const begin = () => conversation.ask(initiateMultipartUpload(object), target.principals.owner);
    const id = uploadIdIn((await onceKnown(begin, target.limits.readAfterWriteMs)).answer);
    return id === null ? [initiation] : [partListing(id), uploadListing, abortion(id)];
  } catch (error) {
    if (error instanceof Nonconformance) return [initiation];
    if (error instanceof Inconclusive) return [];
    throw error;
  }
}

/** `null` for an instrument that works, or about which nothing can be said. */
async function tryOne(
  { name, clause, expected, request, works }: Instrument,
  { target, redactor }: Session,
  conversation: Conversation,
  object: ObjectAddress,
): Promise<BrokenInstrument | null> {
  const since = conversation.exchanges.length;
  const broken = (got: string): BrokenInstrument => {
    const exchanges = conversation.exchanges.slice(since).map((exchange) => showExchange(exchange, redactor));
    return { name, clause, expected, got, exchanges };
  };
  try {
    const ask = () => conversation.ask(request(object), target.principals.owner);
    const { answer, foreign } = await onceKnown(ask, target.limits.readAfterWriteMs);
    // The account may lack the permission; `--plan` names it.
    if (works(answer, object) || answer.status === 403) return null;
    return broken(foreign ?? describeAnswer(answer));
  } catch (error) {
    if (error instanceof Inconclusive) return null;
    if (error instanceof Nonconformance) return broken(unansweredInWords(error));
    throw error;
  }
}

function isSuccess({ status }: Answer): boolean {
  return status === 200;
}

/** A store that ignores `list-type` answers as ListObjects does. */
function isOfFirstVersion(answer: Answer): boolean {
  return showsDocument(answer, 'ListBucketResult', 'Marker') && !showsDocument(answer, 'ListBucketResult', 'KeyCount');
}
