interface AnyClaim {
  readonly accessKeyId: string;
  readonly signature: string;
  /** `null` where the caller sends no STS token. */
  readonly securityToken: string | null;
}

/** The parts of V4's `AccessKeyId/date/region/product/terminator`. */
export interface CredentialScope {
  readonly date: string;
  readonly region: string;
  readonly product: string;
  readonly terminator: string;
}

interface AnyV4Claim extends AnyClaim {
  readonly version: 'v4';
  readonly scope: CredentialScope;
  /** Lower-case and sorted. */
  readonly additionalHeaders: readonly string[];
}

export interface V1HeaderClaim extends AnyClaim {
  readonly version: 'v1';
  readonly placement: 'header';
}

export interface V1UrlClaim extends AnyClaim {
  readonly version: 'v1';
  readonly placement: 'url';
  readonly expires: string;
}

export interface V4HeaderClaim extends AnyV4Claim {
  readonly placement: 'header';
}

export interface V4UrlClaim extends AnyV4Claim {
  readonly placement: 'url';
  readonly date: string;
  readonly expires: string;
}

/** Who the caller claims to be, with the signature. Nothing is verified yet. */
export type Claim = V1HeaderClaim | V1UrlClaim | V4HeaderClaim | V4UrlClaim;
export type V4Claim = V4HeaderClaim | V4UrlClaim;
