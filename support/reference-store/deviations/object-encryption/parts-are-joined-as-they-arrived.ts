import type { StreamedBody } from '../../http/answer.ts';
import { headerValue, queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';
import { operationOnObject } from '../../operation-on-object.ts';

interface Arrived {
  readonly part: number;
  readonly size: number;
}

/** The whole body with its parts in the order of arrival. */
async function* asArrived(body: StreamedBody, arrived: readonly Arrived[]): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk.slice());
  const whole = Buffer.concat(chunks);
  for (const { part, size } of arrived) {
    const before = arrived.filter((other) => other.part < part).reduce((sum, other) => sum + other.size, 0);
    yield whole.subarray(before, before + size);
  }
}

export default {
  clause: 'OBJ-42',
  mistake: 'Appends each part of an upload to one encrypted file as it arrives, whatever its number.',
  caughtAs: 'bytes that were uploaded, got other bytes',
  alsoCaughtBy: { 'MPU-39': 'its parts arrive in another order than that of their numbers' },
  deviate() {
    const uploads = new Map<string, readonly Arrived[]>();
    return {
      answer(answer, call) {
        const { name, object } = operationOnObject(call);
        const { headers, query } = call.request;
        const arrived = uploads.get(object) ?? [];
        const part = Number(queryValue(query, 'partNumber'));
        const isSent = headerValue(headers, 'x-oss-copy-source') === undefined;
        if (name === 'UploadPart' && isSent && !arrived.some((known) => known.part === part))
          uploads.set(object, [...arrived, { part, size: Number(headerValue(headers, 'Content-Length')) }]);
        const { body } = answer;
        const isWhole = name === 'GetObject' && answer.status === 200 && arrived.length > 1;
        if (!isWhole || body === null || body instanceof Uint8Array) return answer;
        return { ...answer, body: asArrived(body, arrived) };
      },
    };
  },
} satisfies Deviation;
