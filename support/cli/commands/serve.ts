import { Command, InvalidArgumentError } from 'commander';

interface ServeFlags {
  readonly host: string;
  readonly port: number;
  readonly data?: string;
  readonly deviation?: string;
  readonly writeTarget?: string;
}

/** `serve`: the reference store on its own, until it is interrupted. */
export default function serveCommand(): Command {
  return new Command('serve')
    .description('run the reference store on its own')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <number>', 'the port to listen on; 0 takes a free one', portNumber, 0)
    .option('--data <directory>', 'keep buckets and objects there')
    .option('--deviation <name>', 'break one clause')
    .option('--write-target <file>', 'write a target file with all principals')
    .action(serve);
}

/** Prints one line of JSON when the store listens. Throws ConfigurationError for what the user got wrong. */
async function serve({ host, port, data, deviation: name, writeTarget }: ServeFlags): Promise<void> {
  const told = interruption();
  const { startStore } = await import('../run/store-process.ts');
  const store = await startStore({ host, port, ...(data === undefined ? {} : { data }) }, name);
  if (writeTarget !== undefined) {
    const { writeTargetFile } = await import('../run/written-target.ts');
    try {
      await writeTargetFile(writeTarget, store);
    } catch (error) {
      await store.close();
      throw error;
    }
  }
  process.stdout.write(`${JSON.stringify({ endpoint: store.endpoint, region: store.region })}\n`);
  await told;
  await store.close();
}

/** Resolves on a signal to end the process. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.once(signal, () => resolve());
  });
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/u.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('give a number up to 65535.');
  return Number(text);
}
