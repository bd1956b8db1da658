import { OssClient } from '../../client/client.ts';
import { EndpointError } from '../../client/endpoint.ts';
import { proxyFor } from '../../client/proxy.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { Environment } from '../../harness/target/environment-reference.ts';
import { Redactor } from '../../harness/evidence/redaction.ts';
import { failure, textOf } from './answer-texts.ts';
import { bucketIn } from './bucket-url.ts';
import { CommandFailure } from './command-failure.ts';
import { readCommandLine, type CommandLine } from './command-line.ts';
import { encryptionRequest, ossutilSending, type Act } from './encryption-request.ts';
import { LogFile, logLevelIn } from './log-file.ts';
import { usage } from './options.ts';
import { connectionTo, optionsOf, type Connection, type Options } from './settings.ts';

/** The environment of the program. */
export interface Surroundings {
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly environment: Environment;
  /** PEM certificates to trust in addition to those of Node. */
  readonly ca: string | null;
  /** Where `ossutil.log` goes. */
  readonly directory: string;
  /** The time that is signed. */
  readonly clock: () => Date;
  /** Aborted by Ctrl-C. */
  readonly interruption: AbortSignal;
}

export interface TextSink {
  write(text: string): unknown;
}

/**
 * Runs ossutil 1.x with its one command `bucket-encryption`: the same options, output, streams and exit codes
 * (CLI-01…28). Returns the exit code: 0, 1 or, interrupted, 130.
 */
export function runOssutil(args: readonly string[], surroundings: Surroundings): Promise<number> {
  return new OssutilRun(surroundings).run(args);
}

/** One run. It prints only complete texts, so that an interruption leaves no partial line. */
class OssutilRun {
  readonly #surroundings: Surroundings;
  /** Contains the secrets as soon as they have been read. */
  #redactor = new Redactor([]);

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  async run(args: readonly string[]): Promise<number> {
    const began = performance.now();
    const { interruption } = this.#surroundings;
    try {
      const text = await this.#perform(readCommandLine(args));
      if (interruption.aborted) return 130;
      this.#print(text === null ? usage : `${text}\n${((performance.now() - began) / 1000).toFixed(6)}(s) elapsed\n`);
      return 0;
    } catch (error) {
      if (interruption.aborted) return 130;
      if (!(error instanceof CommandFailure || error instanceof EndpointError)) throw error;
      const preface = error instanceof CommandFailure ? error.preface : '';
      this.#print(`${preface}Error: ${error.message}\n`);
      return 1;
    }
  }

  /** Performs ossutil's checks in its order and sends the request. Returns the output; `null` if help is requested. */
  async #perform(line: CommandLine): Promise<string | null> {
    if (line.wantsHelp || (line.words[0] ?? 'help') === 'help') return null;
    const url = onlyArgumentOf(line);
    const options = optionsOf(line, this.#surroundings.environment);
    this.#remark(options);
    const log = this.#openLog(options);
    const method = methodIn(options);
    const bucket = bucketIn(url);
    const act = actOf(method, options);
    const connection = connectionTo(bucket, options);
    const { accessKeySecret, securityToken = '' } = connection.credentials;
    this.#redactor = new Redactor([accessKeySecret, securityToken]);
    const exchange = await this.#send(bucket, act, connection);
    log?.exchange(exchange, this.#redactor);
    if ('fault' in exchange.outcome) throw failure(act, exchange.outcome.fault.message);
    return textOf(act, exchange.outcome.answer);
  }

  async #send(bucket: string, act: Act, connection: Connection): Promise<Exchange> {
    const { clock, interruption, environment, ca } = this.#surroundings;
    const { endpoint, region, signature, connectMs, readMs, credentials } = connection;
    const client = new OssClient({
      endpoint,
      region,
      signature,
      addressing: connection.style === 'virtual' ? 'virtual' : 'path',
      clock,
      limits: { connectMs, answerMs: readMs, idleMs: readMs },
      route: { proxy: proxyFor(endpoint, environment), ca },
    });
    try {
      const request = encryptionRequest(bucket, act, connection);
      return await interruptible(client.send(request, credentials, ossutilSending(bucket, connection)), interruption);
    } finally {
      await client.close();
    }
  }

  #openLog({ values }: Options): LogFile | null {
    const level = logLevelIn(values.get('loglevel') ?? '');
    if (level === null) return null;
    const log = new LogFile(this.#surroundings.directory, level, this.#surroundings.clock);
    log.note('ossutil run begin');
    this.#print(`log file is ${log.path}\n`);
    return log;
  }

  /** On stderr, where ossutil prints nothing, so that the output is the same. */
  #remark({ configuration }: Options): void {
    for (const remark of configuration?.remarks ?? []) this.#surroundings.stderr.write(`${remark}\n`);
  }

  #print(text: string): void {
    this.#surroundings.stdout.write(this.#redactor.text(text));
  }
}

/** Rejects on interruption; the request is left to its deadline, or to the end of the process. */
function interruptible<T>(work: Promise<T>, interruption: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const interrupt = (): void => reject(new CommandFailure('interrupted'));
    if (interruption.aborted) interrupt();
    interruption.addEventListener('abort', interrupt, { once: true });
    void work.then(resolve, reject).finally(() => interruption.removeEventListener('abort', interrupt));
  });
}

/** CLI-13, CLI-18 */
function onlyArgumentOf({ words: [command = '', ...given] }: CommandLine): string {
  if (command !== 'bucket-encryption')
    throw new CommandFailure(`no such command: "${command}", please try "help" for more information`);
  const [url] = given;
  if (url === undefined) throw CommandFailure.usage(command, 'the command needs at least 1 argument');
  if (given.length > 1) throw CommandFailure.usage(command, 'the command needs at most 1 argument');
  return url;
}

/** CLI-10 */
function methodIn({ values }: Options): Act['method'] {
  const method = (values.get('method') ?? '').toLowerCase();
  if (method === '') throw new CommandFailure('--method value is empty');
  if (method === 'put' || method === 'get' || method === 'delete') return method;
  throw new CommandFailure('--method value is not in the optional value:put|get|delete');
}

function actOf(method: Act['method'], { values }: Options): Act {
  if (method !== 'put') return { method };
  const rule = {
    SSEAlgorithm: values.get('SSEAlgorithm') ?? '',
    KMSMasterKeyID: values.get('KMSMasterKeyID') ?? '',
    KMSDataEncryption: values.get('KMSDataEncryption') ?? '',
  };
  // CLI-11: only this combination, spelled exactly like this; the store judges everything else (CLI-12).
  if (rule.SSEAlgorithm === 'AES256' && rule.KMSMasterKeyID !== '')
    throw new CommandFailure(
      'value of option --kms-masterkey-id must be empty if value of option --sse-algorithm is AES256',
    );
  return { method, rule };
}
