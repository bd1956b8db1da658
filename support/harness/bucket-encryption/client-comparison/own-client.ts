import { readErrorDocument } from '../../../client/error-document.ts';
import type { OssRequest } from '../../../client/request.ts';
import { describeAnswer } from '../../conversation/answer-words.ts';
import type { EncryptionAct, EncryptionClient } from './encryption-client.ts';
import { describeRule, ruleIn, ruleXml } from '../encryption-rule.ts';
import { elementAt } from '../../../client/xml/element.ts';
import { readXml } from '../../../client/xml/reading.ts';
import { deleteBucketEncryption, getBucketEncryption, putBucketEncryption } from '../encryption-requests.ts';
import type { OssWorld } from '../../world/world.ts';

/** The suite's own client. It is strict: a success has the documented status, a rule the documented shape. */
export function rawPath(world: OssWorld): EncryptionClient {
  return {
    name: 'the raw client',
    async carryOut(act, bucket) {
      const { answer } = await world.look(requestOf(act, bucket));
      const error = readErrorDocument(answer);
      if ('error' in error) return `refused as ${error.error.code}`;
      if (answer.status !== successOf[act.what]) return describeAnswer(answer);
      if (act.what !== 'read') return 'done';
      const xml = readXml(answer.body);
      const root = 'root' in xml && xml.root.name === 'ServerSideEncryptionRule' ? xml.root : null;
      const holder = root === null ? undefined : elementAt(root, 'ApplyServerSideEncryptionByDefault');
      return holder === undefined ? describeAnswer(answer) : describeRule(ruleIn(holder));
    },
  };
}

const successOf: Readonly<Record<EncryptionAct['what'], number>> = { set: 200, read: 200, delete: 204 };

function requestOf(act: EncryptionAct, bucket: string): OssRequest {
  switch (act.what) {
    case 'set':
      return putBucketEncryption(bucket, ruleXml([['SSEAlgorithm', act.algorithm]]));
    case 'read':
      return getBucketEncryption(bucket);
    case 'delete':
      return deleteBucketEncryption(bucket);
  }
}
