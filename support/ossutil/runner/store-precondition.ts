import type { Answer } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import { elementAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { describeAnswer } from '../../harness/conversation/answer-words.ts';
import type { Conversation } from '../../harness/conversation/conversation.ts';
import { describeRule, ruleIn } from '../../harness/bucket-encryption/encryption-rule.ts';
import { Inconclusive, Nonconformance } from '../../harness/verdict/finding.ts';
import { poll } from '../../harness/read-after-write/polling.ts';
import { deleteBucketEncryption, getBucketEncryption } from '../../harness/bucket-encryption/encryption-requests.ts';
import type { Target } from '../../harness/target/target.ts';

/**
 * Sends the requests of the judged programs, in ossutil's wire format, and says where the store's answers differ from
 * the documentation; `null` if they do not. How a program handles a wrong store says nothing about the program.
 */
export async function storeProblem(conversation: Conversation, target: Target, bucket: string): Promise<string | null> {
  const { owner } = target.principals;
  const ask = async (request: OssRequest): Promise<Answer> => (await conversation.ask(request, owner)).answer;
  const reads = (wanted: string): Promise<Answer> =>
    poll(
      () => ask(getBucketEncryption(bucket)),
      (answer) => readingOf(answer) === wanted,
      target.limits.readAfterWriteMs,
    );
  const steps: readonly (readonly [what: string, wanted: string, look: () => Promise<string>])[] = [
    ['reading no rule', noRule, async () => readingOf(await reads(noRule))],
    ['setting AES256', '200', async () => describeAnswer(await ask(putRule(bucket, 'AES256')))],
    ['reading AES256', '200 AES256', async () => readingOf(await reads('200 AES256'))],
    ['setting another algorithm', refused, async () => describeAnswer(await ask(putRule(bucket, 'BES356')))],
    ['reading AES256 after that', '200 AES256', async () => readingOf(await reads('200 AES256'))],
    ...otherAlgorithms(target).flatMap((algorithm) => [
      [`setting ${algorithm}`, '200', async () => describeAnswer(await ask(putRule(bucket, algorithm)))] as const,
      [`reading ${algorithm}`, `200 ${algorithm}`, async () => readingOf(await reads(`200 ${algorithm}`))] as const,
    ]),
    ['deleting the rule', '204', async () => describeAnswer(await ask(deleteBucketEncryption(bucket)))],
    ['reading no rule after that', noRule, async () => readingOf(await reads(noRule))],
  ];
  for (const [what, wanted, look] of steps) {
    const got = await answered(look);
    if (got !== wanted) return `${what} is answered ${got} instead of ${wanted}`;
  }
  return null;
}

const noRule = '404 NoSuchServerSideEncryptionRule';
const refused = '400 InvalidEncryptionAlgorithmError';

function otherAlgorithms({ capabilities }: Target): readonly string[] {
  return [...(capabilities.includes('kms') ? ['KMS'] : []), ...(capabilities.includes('sm4') ? ['SM4'] : [])];
}

/** As ossutil writes it (section 12.1). */
function putRule(bucket: string, algorithm: string): OssRequest {
  const xml = `<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>${algorithm}</SSEAlgorithm></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>`;
  return {
    method: 'PUT',
    bucket,
    query: [['encryption']],
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    body: new TextEncoder().encode(xml),
  };
}

/** `200 AES256`, `404 NoSuchServerSideEncryptionRule`; a rule counts only at the place where programs look for it. */
function readingOf(answer: Answer): string {
  const xml = readXml(answer.body);
  const documented = 'root' in xml && xml.root.name === 'ServerSideEncryptionRule' ? xml.root : null;
  const holder = documented === null ? undefined : elementAt(documented, 'ApplyServerSideEncryptionByDefault');
  return holder === undefined ? describeAnswer(answer) : `${answer.status} ${describeRule(ruleIn(holder))}`;
}

async function answered(look: () => Promise<string>): Promise<string> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Nonconformance || error instanceof Inconclusive) return error.message;
    throw error;
  }
}
