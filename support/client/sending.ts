import type { AddressingStyle } from './addressing.ts';
import type { OssRequest, WireRequest } from './request.ts';
import type { CredentialScope } from './signature/signing-key.ts';
import type { DateHeader } from './signature/signature.ts';

/**
 * How one request differs from what a good client sends. The parts are independent and combine; a header or
 * query parameter that the request itself already has (`Date`, `x-oss-date`, `Expires`, `x-oss-content-sha256`, …) is
 * always kept and signed verbatim.
 */
export interface Sending {
  readonly signature?: 'v1' | 'v4';
  /** Where the signature goes: the `Authorization` header by default. */
  readonly placement?: 'header' | 'url';
  readonly addressing?: AddressingStyle;
  /** V4: headers to sign beyond the default ones, e.g. `['host']`. */
  readonly additionalHeaders?: readonly string[];
  /** V4: headers to name among the additional ones although the request has no such header. */
  readonly absentHeaders?: readonly string[];
  /** Validity of a signed URL in seconds; 600 by default. */
  readonly expiresIn?: number;
  /** The time that is signed, instead of the client's clock. */
  readonly at?: Date;
  /** Shifts the signed time, e.g. `-16 * 60` for a clock that is sixteen minutes slow. */
  readonly skewSeconds?: number;
  readonly dateHeader?: DateHeader;
  /** V4: wrong parts of the credential scope; the signing key uses them too. */
  readonly scope?: Partial<CredentialScope>;
  /** V4 URL: parameters of the signature that are neither signed nor sent. */
  readonly leaveOut?: readonly string[];
  /** Signs a request that differs from the one sent, e.g. without `?encryption`. */
  readonly signedInstead?: (request: OssRequest) => OssRequest;
  /** Changes the signed request: see `alteration.ts` for the usual ones. */
  readonly finish?: (wire: WireRequest) => WireRequest;
  readonly framing?: NonNullable<WireRequest['framing']>;
}
