@needs:sts
Feature: Temporary keys in every signature
  A store that checks tokens in one place may not look at them in another.

  @AUTH-60
  Rule: Temporary keys without their token are refused
    — Error code 0002-00000003

    Scenario Outline: Temporary keys that sign by <signature> without their token are refused
      Given a resource
      And a request signed by <signature>
      And a request whose temporary keys lack their token
      When the owner reads the resource
      Then the store refuses with 403 "InvalidAccessKeyId"

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

  @AUTH-61
  Rule: A token that is unknown, expired or issued for other keys is refused in every signature
    Keys that have expired are also unknown to the service, and so are long-term keys
    among the temporary ones: the pages and live tests have two codes for both.
    — HTTP 403 status code; error codes 0002-00000002, 0002-00000007 and 0002-00000008

    Scenario Outline: By <signature>, a token that was never issued is refused
      Given a resource
      And a request signed by <signature>
      And a request whose token was never issued
      When the owner reads the resource
      Then the store refuses with 403 "InvalidSecurityToken"

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

    Scenario Outline: By <signature>, temporary keys that have expired are refused
      Given a resource
      And a request signed by <signature>
      And a request whose temporary keys have expired
      When the owner reads the resource
      Then the store refuses with 403 "SecurityTokenExpired" or "InvalidAccessKeyId"

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

    Scenario Outline: By <signature>, a token that belongs to other keys is refused
      Given a resource
      And a request signed by <signature>
      And a request whose token belongs to other keys
      When the owner reads the resource
      Then the store refuses with 403 "AccessKeyIdAndSecurityTokenNotMatch" or "InvalidAccessKeyId"

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

  @AUTH-62
  @needs:presign
  Rule: A token that a signed URL does not cover is refused
    — Signature V1 and V4, STS

    Scenario Outline: A token added to a URL signed by <version> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by <version> in its URL
      And a request whose token is added after signing
      When the owner creates the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource does not exist

      @needs:v1
      Examples:
        | version |
        | V1      |

      @needs:v4
      Examples:
        | version |
        | V4      |
