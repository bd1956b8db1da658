import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { OssClient } from '../../client/client.ts';
import type { Certificate } from '../../certificates/x509.ts';
import { selfSignedCertificate } from '../../client/loopback/self-signed-certificate.ts';
import { childrenOf, textAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import type { Fault } from '../../fault-proxy/fault.ts';
import { FaultProxy } from '../../fault-proxy/fault-proxy.ts';
import { HostName } from '../../fault-proxy/host-name.ts';
import { listBuckets } from '../../harness/conversation/requests.ts';
import { targetFrom } from '../../harness/target/target-settings.ts';
import type { Target, TargetLimits } from '../../harness/target/target.ts';
import { startReferenceStore, type ReferenceStore } from '../../reference-store/store.ts';

/** What a fault may need in addition to the proxy. */
export interface FaultTools {
  readonly certificates: Certificates;
  /** A server that must never receive a request. */
  readonly elsewhere: Elsewhere;
  readonly loseName: Fault;
  readonly moveClock: Fault;
}

interface Certificates {
  readonly good: Certificate;
  readonly othersName: Certificate;
  readonly expired: Certificate;
}

const hour = 3_600_000;
let environments = 0;

/** A store behind a proxy, and a reports directory, for one cell of the table. */
export class FaultEnvironment implements FaultTools {
  readonly certificates: Certificates;
  readonly elsewhere: Elsewhere;
  readonly proxy: FaultProxy;
  readonly target: Target;
  readonly reports: string;
  readonly #store: ReferenceStore;
  readonly #host: HostName;
  readonly #clock: { aheadMs: number };

  private constructor(parts: {
    readonly certificates: Certificates;
    readonly elsewhere: Elsewhere;
    readonly proxy: FaultProxy;
    readonly reports: string;
    readonly store: ReferenceStore;
    readonly clock: { aheadMs: number };
    readonly limits: Partial<TargetLimits>;
    readonly isNamed: boolean;
  }) {
    this.certificates = parts.certificates;
    this.elsewhere = parts.elsewhere;
    this.proxy = parts.proxy;
    this.reports = parts.reports;
    this.#store = parts.store;
    this.#clock = parts.clock;
    environments += 1;
    this.#host = new HostName(`oss.store-${environments}`);
    const { origin } = parts.proxy;
    const settings = {
      name: 'store behind a proxy',
      endpoint: parts.isNamed ? origin.replace('127.0.0.1', this.#host.name) : origin,
      region: parts.store.region,
      addressing: 'path',
      principals: { owner: parts.store.principals.owner },
      // One bucket at a time, so that the order of requests is fixed.
      limits: { readAfterWriteMs: 100, liveBuckets: 1, ...parts.limits },
    } as const;
    this.target = targetFrom(settings, { name: 'environment', regionBy: 'region' });
  }

  static async open(over: 'TLS' | 'a host name' | undefined, limits: Partial<TargetLimits>): Promise<FaultEnvironment> {
    const certificates = trustedCertificates();
    const clock = { aheadMs: 0 };
    const store = await startReferenceStore({ clock: () => new Date(Date.now() + clock.aheadMs) });
    const proxy = await FaultProxy.start(store.endpoint, over === 'TLS' ? certificates.good : null);
    const elsewhere = await Elsewhere.open();
    const reports = await mkdtemp(join(tmpdir(), 'verdicts-under-faults-'));
    const isNamed = over === 'a host name';
    return new FaultEnvironment({ certificates, elsewhere, proxy, reports, store, clock, limits, isNamed });
  }

  readonly loseName: Fault = ({ listener }) => {
    this.#host.lose();
    listener.hangUp();
  };

  readonly moveClock: Fault = async ({ pass, answer }) => {
    this.#clock.aheadMs = hour;
    answer(await pass());
    this.#clock.aheadMs = 0;
  };

  /** Ends every fault. */
  async clear(): Promise<void> {
    this.#host.find();
    await this.proxy.clear();
  }

  /** The store's buckets, read over a separate connection. */
  async buckets(): Promise<readonly string[]> {
    const { endpoint, region, principals } = this.#store;
    const client = new OssClient({ endpoint, region, addressing: 'path', signature: 'v4' });
    try {
      const { outcome } = await client.send(listBuckets(1000), principals.owner);
      const xml = 'answer' in outcome ? readXml(outcome.answer.body) : { fault: outcome.fault };
      if ('fault' in xml) throw new Error('the reference store does not list its buckets');
      const [list] = childrenOf(xml.root, 'Buckets');
      return list === undefined ? [] : childrenOf(list, 'Bucket').map((bucket) => textAt(bucket, 'Name') ?? '');
    } finally {
      await client.close();
    }
  }

  async close(): Promise<void> {
    this.proxy.close();
    this.elsewhere.close();
    await this.#store.close();
    await rm(this.reports, { recursive: true, force: true });
  }
}

/** Counts the connections to it. */
class Elsewhere {
  readonly #server: Server;
  #visits = 0;

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => {
      this.#visits += 1;
      socket.destroy();
    });
  }

  static async open(): Promise<Elsewhere> {
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return new Elsewhere(server);
  }

  get origin(): string {
    // A TCP server that listens has an address and a port.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get visits(): number {
    return this.#visits;
  }

  close(): void {
    this.#server.close();
  }
}

let trusted: Certificates | null = null;

/** Each is trusted, so that only its name or its date is wrong. */
function trustedCertificates(): Certificates {
  if (trusted !== null) return trusted;
  trusted = {
    good: selfSignedCertificate('127.0.0.1'),
    othersName: selfSignedCertificate('store.example'),
    expired: selfSignedCertificate('127.0.0.1', new Date('2021-01-01')),
  };
  const own = Object.values(trusted).map(({ cert }) => cert);
  setDefaultCACertificates([...getCACertificates('default'), ...own]);
  return trusted;
}
