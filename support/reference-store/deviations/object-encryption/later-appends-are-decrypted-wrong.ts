import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';
import { operationOnObject } from '../../operation-on-object.ts';
import { decryptedWrong } from '../../wrong-decryption.ts';

export default {
  clause: 'OBJ-42',
  mistake:
    'Remembers the position of only one append, where the cipher starts again, so the bytes of a third one come back as noise.',
  caughtAs: 'bytes that were uploaded, got other bytes',
  deviate() {
    const places = new Map<string, readonly number[]>();
    return {
      answer(answer, call) {
        const { name, object } = operationOnObject(call);
        const known = places.get(object) ?? [];
        const position = Number(queryValue(call.request.query, 'position'));
        if (name === 'AppendObject' && answer.status === 200) places.set(object, [...known, position]);
        const [, , third = Number.POSITIVE_INFINITY] = known;
        return name === 'GetObject' ? decryptedWrong(answer, (at) => at >= third) : answer;
      },
    };
  },
} satisfies Deviation;
