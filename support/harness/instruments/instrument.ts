import type { Answer } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import type { ObjectAddress } from '../objects/object-requests.ts';

/** A call through which scenarios see the state of the store. */
export interface Instrument {
  /** The call, as `nameOfCall` names it. */
  readonly name: string;
  /** The clause on the call: it is nonconformant where the instrument does not work. */
  readonly clause: string;
  readonly expected: string;
  readonly request: (object: ObjectAddress) => OssRequest;
  /** Whether the answer shows the state, even if it is wrong otherwise. */
  readonly works: (answer: Answer, object: ObjectAddress) => boolean;
}
