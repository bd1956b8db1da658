import type { Answer } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { contentMd5 } from '../conversation/requests.ts';
import { contentOf } from '../objects/object-content.ts';
import { deleteObject, getObject, putObject, type ObjectAddress } from '../objects/object-requests.ts';
import { Inconclusive, Nonconformance } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import type { NeutralResource } from './neutral-resource.ts';

/** More than one cipher block, so that a truncated body is a part of it. */
const content = contentOf(64);

type Reading = 'the object' | 'no object' | { readonly words: string };

/** A small object in the scenario's bucket. */
export class ObjectResource implements NeutralResource {
  readonly #world: OssWorld;
  #before: Reading | null = null;

  constructor(world: OssWorld) {
    this.#world = world;
  }

  async prepare(): Promise<void> {
    await this.#world.prepare('PutObject', this.creation);
    this.#before = await this.#settled('the object');
    if (this.#before !== 'the object')
      throw new Inconclusive(
        `could not prepare: the upload succeeded, but GET of the object was answered ${inWords(this.#before)}`,
      );
  }

  /** A new bucket is empty. */
  async prepareAbsence(): Promise<void> {
    this.#before = 'no object';
  }

  get reading(): OssRequest {
    return getObject(this.#address);
  }

  get creation(): OssRequest {
    return putObject(this.#address, content, [['Content-MD5', contentMd5(content)]]);
  }

  get deletion(): OssRequest {
    return deleteObject(this.#address);
  }

  requireExistence(): Promise<void> {
    return this.#require('the object');
  }

  requireAbsence(): Promise<void> {
    return this.#require('no object');
  }

  async requireUnchanged(): Promise<void> {
    if (this.#before === null) throw new Error('the scenario needs an unchanged object, but its set-up read none');
    await this.#require(this.#before);
  }

  async requireInAnswer(): Promise<void> {
    const reading = readingOf(await this.#world.settledAnswer((answer) => readingOf(answer) === 'the object'));
    if (reading !== 'the object') throw new Nonconformance('the object', inWords(reading));
  }

  async describe(): Promise<string> {
    return inWords(await this.#read());
  }

  get #address(): ObjectAddress {
    return { bucket: this.#world.bucket.name, key: 'resource' };
  }

  async #require(wanted: Reading): Promise<void> {
    const reading = await this.#settled(wanted);
    if (reading !== wanted) throw new Nonconformance(inWords(wanted), inWords(reading));
  }

  #settled(wanted: Reading): Promise<Reading> {
    return this.#world.settled(
      () => this.#read(),
      (reading) => reading === wanted,
    );
  }

  async #read(): Promise<Reading> {
    const { answer } = await this.#world.look(this.reading);
    return readingOf(answer);
  }
}

function readingOf(answer: Answer): Reading {
  if (answer.status === 404) return 'no object';
  if (answer.status !== 200) return { words: describeAnswer(answer) };
  if (Buffer.compare(answer.body, content) === 0) return 'the object';
  return { words: answer.body.length === 0 ? '200 without a body' : '200 with bytes that are not those of the object' };
}

function inWords(reading: Reading): string {
  return typeof reading === 'string' ? reading : reading.words;
}
