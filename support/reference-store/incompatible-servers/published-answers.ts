import { deviateFrom, type Deviation } from '../deviation.ts';
import { noSuchBucket } from '../buckets/refusals.ts';
import { Refusal } from '../errors/refusal.ts';
import { xmlAnswer } from '../http/answer.ts';
import { headerValue, queryValue, type StoreRequest } from '../http/store-request.ts';

/**
 * Known behaviour of the real service, from its published answers and the live tests of its SDKs, that differs from the
 * reference store. None of it may make the suite call the service nonconformant.
 */
export type PublishedBehaviour = Pick<Deviation, 'deviate'>;

/** Closes V1 for new accounts and new buckets. */
export const withV1Closed = refusing(
  (request) => isSignedByV1(request),
  new Refusal({ status: 403, code: 'AccessDenied', message: 'V1 is forbidden.', ec: '0002-00000080' }),
);

/** Allows no data operations through the public endpoint: mainland accounts opened since 2025-03-20. */
export const withForbiddenEndpoint = refusing(
  (_request, scope) => scope === 'object',
  new Refusal({
    status: 400,
    code: 'PublicEndpointForbidden',
    message: 'Data operations must not use this endpoint.',
    ec: '0048-00000401',
  }),
);

/** Blocks public access to new buckets. */
export const withPublicAccessBlocked = refusing(
  (request) => headerValue(request.headers, 'x-oss-acl') === 'public-read',
  new Refusal({ status: 403, code: 'AccessDenied', message: 'Public ACLs are blocked.' }),
);

/** Knows a new bucket only after a while. */
export const withSlowNewBuckets: PublishedBehaviour = {
  deviate({ authorize }) {
    const asked = new Map<string, number>();
    return {
      authorize(question, call) {
        const { address, bucket, request } = call;
        if (address === null || address.scope === 'service' || bucket === null || request.query.length === 0)
          return authorize(question, call);
        const times = (asked.get(address.bucket) ?? 0) + 1;
        asked.set(address.bucket, times);
        return times <= 2 ? noSuchBucket(address.bucket) : authorize(question, call);
      },
    };
  },
};

/** Waits for the rest of a body until the connection ends. */
export const withPatienceForBodies: PublishedBehaviour = {
  deviate: () => ({
    answer: (answer, { refusal }) => (refusal?.code === 'IncompleteBody' ? { ...answer, delivery: 'drop' } : answer),
  }),
};

/**
 * Does not know keys that have expired, nor long-term keys that come with a token; calls the token of other temporary keys
 * invalid (EC 0002-00000002, 0002-00000006).
 */
export const withUnknownKeys: PublishedBehaviour = {
  deviate: ({ authentication }) => ({
    authentication: {
      token(claim, key, tokenHolder, now) {
        const refusal = authentication.token(claim, key, tokenHolder, now);
        if (refusal === null || refusal.code === 'InvalidSecurityToken') return refusal;
        const isMismatch = refusal.code === 'AccessKeyIdAndSecurityTokenNotMatch';
        return isMismatch && key.session !== null
          ? refusal.with({ code: 'InvalidSecurityToken', message: 'The security token you provided is invalid.' })
          : refusal.with({
              code: 'InvalidAccessKeyId',
              message: 'The OSS Access Key Id you provided does not exist in our records.',
              ec: '0002-00000002',
            });
      },
    },
  }),
};

/** Has a front end that refuses a length that is not a number. */
export const withFrontEnd: PublishedBehaviour = {
  deviate: () => ({
    answer: (answer, { request }) =>
      headerValue(request.headers, 'Content-Length') === 'some'
        ? { ...answer, headers: [['Content-Type', 'text/html']], body: Buffer.from('<html>400 Bad Request</html>') }
        : answer,
  }),
};

/** Reports failures of its key management. */
export const withFailingKeys: PublishedBehaviour = {
  deviate: () => ({
    answer: (answer, { refusal }) =>
      refusal?.code === 'KeyNotFound'
        ? { ...answer, ...xmlAnswer(500, '<Error><Code>InternalError</Code><Message>KMS failed.</Message></Error>') }
        : answer,
  }),
};

/**
 * Answers errors as they were published: behind a proxy they are dated 1970; they may have the header of an encrypted object
 * and their elements in any order; for V4 they show a canonical request, and no bytes; for V1 the bytes are in capitals.
 */
export const withPublishedErrors: PublishedBehaviour = {
  deviate: ({ errors }) => ({
    answer: (answer) => {
      if (answer.status < 400) return answer;
      const others = answer.headers.filter(([name]) => name !== 'Date');
      const added = [
        ['Date', 'Thu, 01 Jan 1970 00:00:00 GMT'],
        ['x-oss-server-side-encryption', 'AES256'],
      ] as const;
      return { ...answer, headers: [...added, ...others] };
    },
    errors: {
      document: (...refused) => {
        const { contentType, text } = errors.document(...refused);
        return { contentType, text: asPublishedDocument(text) };
      },
    },
  }),
};

function asPublishedDocument(text: string): string {
  return text.replace(/(?<=<Error>).*(?=<\/Error>)/su, (content) => {
    const elements = content.match(/<(\w+)>[^<]*<\/\1>/gu) ?? [];
    const isV4 = content.includes('OSS4-HMAC-SHA256');
    return elements
      .toReversed()
      .map(isV4 ? ofV4 : inCapitals)
      .join('');
  });
}

function ofV4(element: string): string {
  return element
    .replace(/^<(?:OSSAccessKeyId|SignatureProvided)>.*/su, '')
    .replace(/^<StringToSignBytes>.*/su, '<CanonicalRequest>GET</CanonicalRequest>');
}

function inCapitals(element: string): string {
  return element.replace(/(?<=<StringToSignBytes>)[^<]*/u, (bytes) => bytes.toUpperCase());
}

/**
 * All of this at once, except for the forbidden endpoint; the slow buckets, for which a hasty judge does not wait; and the
 * unknown keys, which leave the clauses on all errors two fewer to look at.
 */
export const asPublished: PublishedBehaviour = [
  withV1Closed,
  withPublicAccessBlocked,
  withPatienceForBodies,
  withFrontEnd,
  withFailingKeys,
  withPublishedErrors,
].reduce(both);

function both(first: PublishedBehaviour, second: PublishedBehaviour): PublishedBehaviour {
  return {
    deviate(behaviour) {
      const changed = first.deviate(behaviour);
      return { ...changed, ...second.deviate(deviateFrom(behaviour, { deviate: () => changed })) };
    },
  };
}

function refusing(
  isRefused: (request: StoreRequest, scope: string | undefined) => boolean,
  refusal: Refusal,
): PublishedBehaviour {
  return {
    deviate: ({ authorize }) => ({
      authorize: (question, call) =>
        isRefused(call.request, call.operation?.scope) ? refusal : authorize(question, call),
    }),
  };
}

function isSignedByV1({ headers, query }: StoreRequest): boolean {
  return (
    headerValue(headers, 'Authorization')?.startsWith('OSS ') === true || queryValue(query, 'Signature') !== undefined
  );
}
