Feature: Request authentication that fails
  A request that is not correctly signed is refused: the error says why, and
  nothing changes.
  The resource is the bucket's encryption rule, or an object in the bucket if the
  store has no bucket encryption.

  @AUTH-11
  @needs:v1
  Rule: A malformed Authorization header is refused
    — HTTP 400 status code; error codes 0002-00000063 and 0002-00000065

    Scenario Outline: A request whose <fault> is refused and the resource stays
      Given a resource
      And a request signed by V1
      And a request whose <fault>
      When the owner deletes the resource
      Then the store refuses with 400 "InvalidArgument"
      And the resource is unchanged

      Examples:
        | fault                                 |
        | Authorization is only the scheme      |
        | Authorization lacks the colon         |
        | Authorization lacks the access key id |
        | Authorization lacks the signature     |
        | Authorization ends at the colon       |

    Scenario: The same request with a complete header is accepted
      Given a resource
      And a request signed by V1
      When the owner deletes the resource
      Then the store accepts
      And the resource does not exist

  @AUTH-36
  Rule: An unknown access key id is refused
    The error shows the access key id.
    — HTTP 403 status code

    Scenario Outline: Unknown keys that sign by <signature> are refused
      Given a resource
      And a request signed by <signature>
      When a caller with unknown keys reads the resource
      Then the store refuses with 403 "InvalidAccessKeyId"
      And the message begins with "The OSS Access Key Id you provided"
      And the error carries
        | OSSAccessKeyId | (the access key id) |

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

    Scenario: Unknown keys cannot read the bucket info
      Given a bucket
      When a caller with unknown keys reads the bucket info
      Then the store refuses with 403 "InvalidAccessKeyId"

    Scenario: The same request with known keys is accepted
      Given a resource
      When the owner reads the resource
      Then the store accepts

  @AUTH-37
  Rule: A wrong signature is refused, and the error shows what should have been signed
    The caller can compare the two strings. Published errors of V4 show fewer elements
    than those of V1.
    — HTTP 403 status code; Signature V1 in the header, error codes

    @needs:v1
    Scenario Outline: A wrong secret that signs by <signature> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by <signature>
      And a request whose secret is wrong
      When the owner creates the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the message begins with "The request signature we calculated does not match the signature you provided"
      And the error carries
        | OSSAccessKeyId    | (the access key id)               |
        | SignatureProvided | (the signature)                   |
        | StringToSign      | (the string to sign)              |
        | StringToSignBytes | (the bytes of the string to sign) |
      And the resource does not exist

      Examples:
        | signature |
        | V1        |

      @needs:presign
      Examples:
        | signature     |
        | V1 in its URL |

    @needs:v4
    Scenario Outline: A wrong secret that signs by <signature> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by <signature>
      And a request whose secret is wrong
      When the owner creates the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the message begins with "The request signature we calculated does not match the signature you provided"
      And the error carries
        | StringToSign | (the string to sign) |
      And the resource does not exist

      Examples:
        | signature |
        | V4        |

      @needs:presign
      Examples:
        | signature     |
        | V4 in its URL |

    Scenario: The same request with the right secret is accepted
      Given a resource that does not exist
      When the owner creates the resource
      Then the store accepts
      And the resource exists

  @AUTH-66
  @needs:v4
  Rule: What an error about a V4 signature shows besides the string to sign
    The pages document the bytes of the string to sign for V1; one published error of V4 has
    the canonical request.
    — Signature V1 in the header, error codes; a published answer to a V4 URL, 2025

    Scenario Outline: A wrong secret that signs by <signature>
      Given a resource
      And a request signed by <signature>
      And a request whose secret is wrong
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the element "StringToSignBytes" of the error is reported
      And the element "CanonicalRequest" of the error is reported

      Examples:
        | signature |
        | V4        |

      @needs:presign
      Examples:
        | signature     |
        | V4 in its URL |

  @AUTH-38
  Rule: A request without a readable date is refused
    The pages about signatures say 403 AccessDenied, the list of errors says
    400 InvalidArgument. Either is right.
    — Signature V1 in the header, error codes; HTTP 400 status code

    @needs:v1
    Scenario Outline: By V1, a request whose <fault> is refused and the resource stays
      Given a resource
      And a request signed by V1
      And a request whose <fault>
      When the owner deletes the resource
      Then the store refuses with 400 or 403, "InvalidArgument" or "AccessDenied"
      And the resource is unchanged

      Examples:
        | fault                    |
        | time is missing          |
        | Date is not a date       |
        | x-oss-date is not a date |

    @needs:v4
    Scenario Outline: By V4, a request whose <fault> is refused and the resource stays
      Given a resource
      And a request signed by V4
      And a request whose <fault>
      When the owner deletes the resource
      Then the store refuses with 400 or 403, "InvalidArgument" or "AccessDenied"
      And the resource is unchanged

      Examples:
        | fault                      |
        | time is missing            |
        | Date is not a date         |
        | x-oss-date is not a date   |
        | x-oss-date has the hour 25 |

    Scenario: The same request with its date is accepted
      Given a resource
      When the owner deletes the resource
      Then the store accepts
      And the resource does not exist

  @AUTH-39
  Rule: A clock that is more than fifteen minutes wrong is refused
    The error shows both times.
    — HTTP 403 status code; error code 0002-00000504

    @needs:v1
    Scenario Outline: By V1, a request whose <fault> is refused and the resource stays
      Given a resource
      And a request signed by V1
      And a request whose <fault>
      When the owner deletes the resource
      Then the store refuses with 403 "RequestTimeTooSkewed"
      And the message is "The difference between the request time and the current time is too large."
      And the error carries
        | RequestTime | (a time) |
        | ServerTime  | (a time) |
      And the resource is unchanged

      Examples:
        | fault                    |
        | clock is 16 minutes slow |
        | clock is 16 minutes fast |

    @needs:v4
    Scenario Outline: By V4, a request whose <fault> is refused and the resource stays
      Given a resource
      And a request signed by V4
      And a request whose <fault>
      When the owner deletes the resource
      Then the store refuses with 403 "RequestTimeTooSkewed"
      And the message is "The difference between the request time and the current time is too large."
      And the error carries
        | RequestTime | (a time) |
        | ServerTime  | (a time) |
      And the resource is unchanged

      Examples:
        | fault                    |
        | clock is 16 minutes slow |
        | clock is 16 minutes fast |

    Scenario Outline: A request whose <circumstance> is accepted
      Given a resource
      And a request whose <circumstance>
      When the owner deletes the resource
      Then the store accepts
      And the resource does not exist

      Examples:
        | circumstance             |
        | clock is 14 minutes slow |
        | clock is 14 minutes fast |
