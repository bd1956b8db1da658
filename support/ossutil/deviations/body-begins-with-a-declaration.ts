import { readFileSync } from 'node:fs';
import { optionIn } from '../arguments.ts';
import type { ProgramDeviation } from '../deviation.ts';
import { failed, succeeded, type ProgramRun } from '../program.ts';

export default {
  clause: 'CLI-37',
  mistake: 'Starts the body with the XML declaration that libraries write by default.',
  caughtAs: 'got <?xml version="1.0" encoding="UTF-8"?><ServerSideEncryptionRule>',
  // Not the keys of a target: the request goes to a mock store, which accepts any signature.
  deviate: (run) => (args) => (optionIn(args, '--kms-masterkey-id') === '123' ? put(args) : run(args)),
} satisfies ProgramDeviation;

async function put(args: readonly string[]): Promise<ProgramRun> {
  if (optionIn(args, '--sse-algorithm') === 'AES256')
    return failed('value of option --kms-masterkey-id must be empty if value of option --sse-algorithm is AES256');
  const configuration = readFileSync(optionIn(args, '-c') ?? '', 'utf8');
  const endpoint = /^endpoint=(.*)$/mu.exec(configuration)?.[1] ?? '';
  const { ok, status } = await fetch(`${endpoint}/examplebucket/?encryption`, {
    method: 'PUT',
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    body: `<?xml version="1.0" encoding="UTF-8"?><ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>${optionIn(args, '--sse-algorithm')}</SSEAlgorithm><KMSMasterKeyID>123</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>`,
  });
  return ok ? succeeded() : failed(`answered ${status}`);
}
