import dns from 'node:dns';

/** The names that resolve to this machine now. */
const resolving = new Set<string>();

/**
 * For tests: a host name of this process that resolves to loopback until it is lost. A real name cannot be made to
 * resolve and then stop, so this replaces the look-up of the process. Names end in `.invalid`, which never resolve
 * elsewhere (RFC 6761 6.4).
 */
export class HostName {
  static #isInstalled = false;
  readonly name: string;

  constructor(label: string) {
    this.name = `${label}.invalid`;
    resolving.add(this.name);
    if (HostName.#isInstalled) return;
    HostName.#isInstalled = true;
    // The replacement implements the one overload that node:net uses.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    dns.lookup = lookUp as typeof dns.lookup;
  }

  lose(): void {
    resolving.delete(this.name);
  }

  find(): void {
    resolving.add(this.name);
  }
}

const original = dns.lookup;

type Found = (error: Error | null, addresses?: readonly dns.LookupAddress[]) => void;

function lookUp(name: string, options: dns.LookupAllOptions, found: Found): void {
  if (!name.endsWith('.invalid')) return original(name, options, found);
  const result: Parameters<Found> = resolving.has(name)
    ? [null, [{ address: '127.0.0.1', family: 4 }]]
    : [Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' })];
  process.nextTick(found, ...result);
}
