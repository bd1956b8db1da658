/** The keys a principal signs with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Present for temporary credentials issued by STS. */
  readonly securityToken?: string;
}
