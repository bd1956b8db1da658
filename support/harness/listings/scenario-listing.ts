import type { QueryParameter } from '../../client/request.ts';
import type { Principal } from '../target/target.ts';
import { Nonconformance } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import { nextElement, readListingPage, type ListingPage } from './listing-page.ts';
import { listObjectsBy, parametersOfNextPage, type ListingOperation } from './listing-requests.ts';

/** More than any scenario needs; a store whose pages go on in a circle has no last one. */
const mostPages = 20;

/** What it needs of the world. */
interface ListingWorld {
  readonly bucket: Pick<OssWorld['bucket'], 'name'>;
  readonly answer: OssWorld['answer'];
  ask: OssWorld['ask'];
}

/** The names that a listing should have. */
export interface WantedNames {
  readonly objects: readonly string[];
  readonly prefixes: readonly string[];
}

/** The listing that a scenario judges: one page, or all of them. */
export class ScenarioListing {
  #operation: ListingOperation = 'ListObjects';
  #parameters: readonly QueryParameter[] = [];
  /** The pages before the last one; the answer to the last request is the last page. */
  #earlier: ListingPage[] = [];
  readonly #world: ListingWorld;

  constructor(world: ListingWorld) {
    this.#world = world;
  }

  /** Asks for one page. */
  async ask(principal: Principal, operation: ListingOperation, parameters: readonly QueryParameter[]): Promise<void> {
    this.#operation = operation;
    this.#parameters = parameters;
    this.#earlier = [];
    await this.#world.ask(principal, listObjectsBy(operation, this.#world.bucket.name, parameters));
  }

  /** Asks for page after page until one is not truncated, or is refused. */
  async askForAll(
    principal: Principal,
    operation: ListingOperation,
    parameters: readonly QueryParameter[],
  ): Promise<void> {
    await this.ask(principal, operation, parameters);
    while (this.#world.answer.status === 200) {
      const page = readListingPage(operation, this.#world.answer);
      if (!page.isTruncated) return;
      if (page.next === null) throw new Nonconformance(`${nextElement(operation)} on a truncated page`, 'none');
      this.#earlier.push(page);
      if (this.#earlier.length === mostPages)
        throw new Nonconformance('a last page', 'one truncated page after another');
      const following = parametersOfNextPage(operation, parameters, page.next);
      await this.#world.ask(principal, listObjectsBy(operation, this.#world.bucket.name, following));
    }
  }

  /** Throws unless the pages have exactly these names, in this order, and none is longer than `max-keys` allows. */
  require(wanted: WantedNames): void {
    const pages = this.#pages;
    const most = Number(this.#parameters.find(([name]) => name === 'max-keys')?.[1] ?? Infinity);
    if (pages.some(({ objects, prefixes }) => objects.length + prefixes.length > most))
      throw new Nonconformance('no page of more names than max-keys', 'a longer one');
    const [objects, prefixes] = [pages.flatMap((page) => page.objects), pages.flatMap((page) => page.prefixes)];
    requireNames('object', wanted.objects, objects);
    requireNames('common prefix', wanted.prefixes, prefixes);
  }

  /** What the listing has, in words. */
  describe(): string {
    const pages = this.#pages;
    const objects = inWords(pages.flatMap(({ objects: own }) => own));
    return `the objects ${objects}, the common prefixes ${inWords(pages.flatMap(({ prefixes }) => prefixes))}`;
  }

  get #pages(): readonly ListingPage[] {
    return [...this.#earlier, readListingPage(this.#operation, this.#world.answer)];
  }
}

/** With one name at most, so that a mistake of the store is one cause for many scenarios. */
function requireNames(what: string, wanted: readonly string[], got: readonly string[]): void {
  const other = got.find((name) => !wanted.includes(name));
  if (other !== undefined) throw new Nonconformance(`no other ${what} in the listing`, named(other));
  const missing = wanted.find((name) => !got.includes(name));
  if (missing !== undefined)
    throw new Nonconformance(`the ${what} ${named(missing)} in the listing`, 'a listing without it');
  if (got.length > wanted.length) throw new Nonconformance(`each ${what} once in the listing`, 'one of them twice');
  const early = got.find((name, at) => name !== wanted[at]);
  if (early !== undefined) throw new Nonconformance('names that ascend by their bytes', `${named(early)} too early`);
}

/** Names as a short part of one line: a store may be hostile, and a name long. */
function inWords(names: readonly string[]): string {
  if (names.length === 0) return '(none)';
  const words = names.slice(0, mostNamed).map(named).join(' ');
  return names.length > mostNamed ? `${words} and ${names.length - mostNamed} more` : words;
}

const mostNamed = 12;

function named(name: string): string {
  const plain = JSON.stringify(name);
  return plain.length > 60 ? `one of ${Buffer.byteLength(name)} bytes` : plain;
}
