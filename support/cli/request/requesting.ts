import type { Credentials } from '../../client/credentials.ts';
import type { OssClient } from '../../client/client.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import { UnsendableRequest } from '../../client/wire.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { Untested } from '../../harness/verdict/finding.ts';
import { suggestion } from '../../harness/target/nearest.ts';
import { credentialsOf } from '../../harness/target/principals.ts';
import { Redactor } from '../../harness/evidence/redaction.ts';
import { clientOf } from '../../harness/world/session.ts';
import { showExchange } from '../../harness/evidence/shown-exchange.ts';
import { chooseTarget, type TargetFlags } from '../../harness/target/target-choice.ts';
import { keyedPrincipals, type Principal, type Target } from '../../harness/target/target.ts';
import { transcript } from '../../reporting/evidence/transcript.ts';
import { readRequest, type WrittenRequest } from './request-line.ts';

/** A request on the command line, its principal and its target. */
export interface RequestFlags extends TargetFlags, WrittenRequest {
  readonly as: string;
}

const principals: readonly Principal[] = [...keyedPrincipals, 'anonymous', 'unknown'];

/**
 * Sends one request as a principal and prints the request, the string to sign and the answer, with secrets and
 * signatures masked. Returns the exit code: 0 for any answer, 3 for none. Throws ConfigurationError.
 */
export async function sendRequest(flags: RequestFlags): Promise<number> {
  const target = runningTarget(flags);
  const as = keysOf(principalCalled(flags.as), target);
  const request = readRequest(flags);
  const client = clientOf(target);
  try {
    const exchange = await send(client, request, as);
    process.stdout.write(transcript(showExchange(exchange, Redactor.forTarget(target))));
    return 'answer' in exchange.outcome ? 0 : 3;
  } finally {
    await client.close();
  }
}

function runningTarget(flags: TargetFlags): Target {
  const choice = chooseTarget(flags, process.env);
  if (choice.kind === 'endpoint') return choice.target;
  throw new ConfigurationError(
    'request needs a store that runs: give --target FILE or --endpoint URL; "serve --write-target FILE" starts one',
  );
}

function principalCalled(name: string): Principal {
  const principal = principals.find((candidate) => candidate === name);
  if (principal !== undefined) return principal;
  throw new ConfigurationError(
    `--as: there is no principal "${name}"${suggestion(name, principals)} (${principals.join(', ')})`,
  );
}

function keysOf(principal: Principal, target: Target): Credentials | null {
  try {
    return credentialsOf(principal, target);
  } catch (error) {
    if (!(error instanceof Untested)) throw error;
    throw new ConfigurationError(`--as ${principal}: the target gives no keys of the ${principal}`);
  }
}

/** Sends even what no HTTP client would send, byte for byte: that may be exactly what has to be reproduced. */
async function send(client: OssClient, request: OssRequest, as: Credentials | null): Promise<Exchange> {
  try {
    return await client.send(request, as);
  } catch (error) {
    if (!(error instanceof UnsendableRequest)) throw error;
    return client.send(request, as, { framing: 'as-is' });
  }
}
