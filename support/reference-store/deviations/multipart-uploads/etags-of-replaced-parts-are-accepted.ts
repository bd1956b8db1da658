import { changeAnswers } from '../../changed-exchange.ts';
import { uploadIdIn } from '../../changed-uploads.ts';
import { headerValue, queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-18',
  mistake: 'Remembers every ETag that a part ever had (afreidah/s3-orchestrator issue 1165).',
  caughtAs: 'expected 400 InvalidPart, got 200',
  deviate({ objects, route }) {
    const latest = new Map<string, string>();
    const replaced = new Set<string>();
    return {
      route: changeAnswers(route, ['UploadPart'], (answer, call) => {
        const number = queryValue(call.request.query, 'partNumber') ?? '';
        const part = `${uploadIdIn(call)} ${number}`;
        const earlier = latest.get(part);
        if (earlier !== undefined) replaced.add(`${number} ${earlier}`);
        latest.set(part, (headerValue(answer.headers, 'ETag') ?? '').replaceAll('"', ''));
        return answer;
      }),
      objects: {
        chosenParts: (chosen, uploaded) =>
          objects.chosenParts(
            chosen.map((part) =>
              replaced.has(`${part.partNumber} ${part.etag}`)
                ? { ...part, etag: uploaded.get(part.partNumber)?.etag ?? part.etag }
                : part,
            ),
            uploaded,
          ),
      },
    };
  },
} satisfies Deviation;
