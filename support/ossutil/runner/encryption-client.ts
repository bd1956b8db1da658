import type {
  EncryptionAct,
  EncryptionClient,
} from '../../harness/bucket-encryption/client-comparison/encryption-client.ts';
import { describeReading, describeRule, ruleXml } from '../../harness/bucket-encryption/encryption-rule.ts';
import { Inconclusive } from '../../harness/verdict/finding.ts';
import { printedRule } from './output.ts';
import type { OssutilSyntax, ProgramRun } from '../program.ts';
import { runConnected } from './program-run.ts';
import { SessionProgram } from './session-program.ts';
import type { OssWorld } from '../../harness/world/world.ts';

/** The ossutil program that the run judges, with either command line. */
export async function ossutilPath(world: OssWorld): Promise<EncryptionClient> {
  const { program } = await world.session.resource(SessionProgram).programUnderTest();
  const syntax = await program.syntax();
  return {
    name: 'ossutil',
    async carryOut(act, bucket) {
      try {
        return outcomeOf(act, await runConnected(world, syntax, wordsFor[syntax](act, bucket)));
      } catch (error) {
        if (error instanceof Inconclusive) return error.message;
        throw error;
      }
    },
  };
}

const wordsFor: Readonly<Record<OssutilSyntax, (act: EncryptionAct, bucket: string) => readonly string[]>> = {
  '1.x': (act, bucket) => {
    const method = { set: 'put', read: 'get', delete: 'delete' }[act.what];
    const algorithm = act.what === 'set' ? ['--sse-algorithm', act.algorithm] : [];
    return ['bucket-encryption', '--method', method, `oss://${bucket}`, ...algorithm];
  },
  '2.x': (act, bucket) => {
    const operation = { set: 'put', read: 'get', delete: 'delete' }[act.what];
    const rule =
      act.what === 'set' ? ['--server-side-encryption-rule', ruleXml([['SSEAlgorithm', act.algorithm]])] : [];
    return ['api', `${operation}-bucket-encryption`, '--bucket', bucket, ...rule];
  },
};

function outcomeOf(act: EncryptionAct, { exitCode, stdout, stderr }: ProgramRun): string {
  if (exitCode !== 0) {
    const code = /\b(?:ErrorCode=|Error ?Code: ?)(\w+)/i.exec(stdout + stderr)?.[1];
    if (code !== undefined) return `refused as ${code}`;
    const [said = ''] = /^Error: .*$/m.exec(stdout + stderr) ?? [];
    // Some of these lines contain the request id.
    return `failed with "${said.replace(/,? RequestId = ?\S*/, '')}"`;
  }
  if (act.what !== 'read') return 'done';
  const reading = printedRule(stdout);
  return reading.kind === 'rule' ? describeRule(reading.rule) : describeReading(reading);
}
