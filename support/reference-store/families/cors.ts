import { crossOriginHeaders } from '../cors/cors-answers.ts';
import { corsSetting } from '../cors/cors-setting.ts';
import { corsOperations } from '../cors/operations.ts';
import type { Family } from '../family.ts';

/** No clause judges it yet: it is there for browsers that upload to `serve`. */
const cors: Family = {
  behaviour: {},
  settings: () => [{ setting: corsSetting }],
  delegatedActions: [],
  operations: ({ buckets }) => corsOperations(buckets),
  answerHeaders: ({ request, bucket }) => (bucket === null ? [] : crossOriginHeaders(request, bucket)),
};

export default cors;
