import { Command, InvalidArgumentError } from 'commander';
import { named } from '../options.ts';
import type { ServeFlags } from '../serve/serving.ts';

/** `serve`: the reference store on its own, until it is interrupted. */
export default function serveCommand(): Command {
  return new Command('serve')
    .description('run the reference store on its own, as a test double of OSS')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <number>', 'the port to listen on; 0 takes a free one', portNumber, 0)
    .option('--region <id>', 'the region id', regionId, 'cn-hangzhou')
    .option('--data <directory>', 'keep buckets and objects there; without it, they end with the store', named)
    .option('--bucket <name...>', 'buckets that exist from the start')
    .option('--tls [file]', "speak TLS, and write the certificate of the store's authority there")
    .option('--deviation <name>', 'break one clause, e.g. accepted-put-is-forgotten')
    .option('--fault <kind...>', 'what goes wrong on purpose: see below')
    .option('--seed <number>', 'strikes the same requests again', seedNumber)
    .option('--write-target <file>', 'write a target file with all principals')
    .addHelpText(
      'after',
      `
The owner's keys come from OSS_ACCESS_KEY_ID and OSS_ACCESS_KEY_SECRET; without them, the store makes keys and prints them,
or writes them to the file of --write-target.
GET /_/ready needs no signature and is answered 200 as soon as the store listens.

Faults, each with the share of requests that it strikes, by default all:
  latency=MS[@RATE]   the request waits
  throttle[@RATE]     503 TotalQpsLimitExceeded; the store does not see the request
  reset[@RATE]        the connection is reset after the store has carried out the request
  cut[@RATE]          the answer breaks off in the middle of its body
  silence[@RATE]      the request is carried out and never answered
  clock=SECONDS       the store's clock is ahead; with a minus, behind`,
    )
    .action(async (flags: ServeFlags) => (await import('../serve/serving.ts')).serve(flags));
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/u.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('give a number up to 65535.');
  return Number(text);
}

function seedNumber(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError('give a whole number of up to nine digits.');
  return Number(text);
}

function regionId(text: string): string {
  if (!/^(?!oss-)[a-z0-9][a-z0-9-]{0,62}$/u.test(text))
    throw new InvalidArgumentError('give a region id such as cn-hangzhou, without "oss-".');
  return text;
}
