@needs:sts
Feature: Request authentication by temporary keys
  The security token service issues keys that are valid for a limited time, and
  only with the token issued with them.
  The resource is the bucket's encryption rule, or an object in the bucket if the
  store has no bucket encryption.

  @AUTH-34
  Rule: Temporary keys are accepted with their token
    The token is sent in x-oss-security-token, or in security-token in a V1 URL. It
    is always signed.
    — Signature V1 and V4, STS

    Scenario Outline: Temporary keys that sign by <signature> are accepted
      Given a resource
      And a request signed by <signature>
      And a request whose keys are temporary
      When the owner reads the resource
      Then the store accepts

      @needs:v1
      Examples:
        | signature |
        | V1        |

      @needs:v4
      Examples:
        | signature |
        | V4        |

      @needs:v1
      @needs:presign
      Examples:
        | signature     |
        | V1 in its URL |

      @needs:v4
      @needs:presign
      Examples:
        | signature     |
        | V4 in its URL |

    Scenario Outline: A token that <signature> does not sign is refused and the resource stays
      Given a resource
      And a request signed by <signature>
      And a request whose token is added after signing
      When the owner deletes the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource is unchanged

      @needs:v1
      Examples:
        | signature |
        | V1        |

      @needs:v4
      Examples:
        | signature |
        | V4        |

  @AUTH-35
  Rule: A token that is unknown, expired or issued for other keys is refused
    Keys that have expired, and long-term keys with a token, may also be unknown. The
    pages have two codes for the token of other temporary keys.
    — HTTP 403 status code; error codes 0002-00000002, 0002-00000004 and 0002-00000006
    to 0002-00000008; C++ SDK and C# SDK, AccessKeyTest (live)

    Scenario: A request whose token was never issued is refused and the resource stays
      Given a resource
      And a request whose token was never issued
      When the owner deletes the resource
      Then the store refuses with 403 "InvalidSecurityToken"
      And the message is "The security token you provided is invalid."
      And the resource is unchanged

    Scenario: A request whose temporary keys have expired is refused and the resource stays
      Given a resource
      And a request whose temporary keys have expired
      When the owner deletes the resource
      Then the store refuses with 403 "SecurityTokenExpired" or "InvalidAccessKeyId"
      And the resource is unchanged

    Scenario: A request whose token belongs to other keys is refused and the resource stays
      Given a resource
      And a request whose token belongs to other keys
      When the owner deletes the resource
      Then the store refuses with 403 "AccessKeyIdAndSecurityTokenNotMatch" or "InvalidAccessKeyId"
      And the resource is unchanged

    Scenario: Temporary keys with the token of other, expired ones are refused and the resource stays
      Given a resource
      And a request whose temporary keys have the token of other keys
      When the owner deletes the resource
      Then the store refuses with 403 "AccessKeyIdAndSecurityTokenNotMatch", "InvalidSecurityToken" or "SecurityTokenExpired"
      And the resource is unchanged

    Scenario: The same request with the token that belongs to the keys is accepted
      Given a resource
      And a request whose keys are temporary
      When the owner deletes the resource
      Then the store accepts
      And the resource does not exist
