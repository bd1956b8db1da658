Feature: Malformed credentials in every signature
  A store must not guess what a malformed credential means. Each of these requests
  has one fault, and is refused as a fault of the caller, not of the store.

  @AUTH-48
  Rule: A scheme or version of signature that OSS does not know is refused
    The pages give the code for the header only.
    — HTTP 400 status code; error codes 0002-00000066 and 0002-00000215

    Scenario Outline: A request signed by <signature> whose <fault> is refused and the resource stays
      Given a resource
      And a request signed by <signature>
      And a request whose <fault>
      When the owner deletes the resource
      Then the store refuses with 400 "InvalidArgument"
      And the resource is unchanged

      @needs:v1
      Examples:
        | signature | fault                               |
        | V1        | Authorization has an unknown scheme |

      @needs:v4
      Examples:
        | signature | fault                               |
        | V4        | Authorization has an unknown scheme |

    @needs:v4
    @needs:presign
    Scenario Outline: A request whose <fault> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by V4 in its URL
      And a request whose <fault>
      When the owner creates the resource
      Then the store refuses
      And the resource does not exist

      Examples:
        | fault                              |
        | x-oss-signature-version is unknown |
        | URL lacks x-oss-signature-version  |

  @AUTH-49
  @needs:v1
  Rule: A V1 signature under the scheme of S3
    OSS also reads AWS signatures, for clients of S3. How it treats an OSS signature
    under that name is not documented.
    — no source

    Scenario: A read with AWS in place of OSS
      Given a resource
      And a request signed by V1
      And a request whose Authorization has S3's scheme
      When the owner reads the resource
      Then what the store did with the resource is reported

  @AUTH-50
  Rule: A credential with a part too many or too few is refused
    A V1 signature with text after it is either malformed or wrong.
    — HTTP 400 status code; error codes 0002-00000073, 0002-00000206, 0002-00000213,
    0002-00000222 and 0002-00000224

    @needs:v1
    Scenario: A V1 signature with text after it is refused and the resource stays
      Given a resource
      And a request signed by V1
      And a request whose Authorization has text after the signature
      When the owner deletes the resource
      Then the store refuses with 400 or 403, "InvalidArgument" or "SignatureDoesNotMatch"
      And the resource is unchanged

    @needs:v4
    Scenario Outline: By V4, a request whose <fault> is refused and the resource stays
      Given a resource
      And a request signed by V4
      And a request whose <fault>
      When the owner deletes the resource
      Then the store refuses with 400 "InvalidArgument"
      And the resource is unchanged

      Examples:
        | fault                           |
        | Authorization has an extra part |
        | credential lacks its region     |
        | credential has a part too many  |

    @needs:v4
    @needs:presign
    Scenario Outline: By V4 in the URL, a request whose <fault> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by V4 in its URL
      And a request whose <fault>
      When the owner creates the resource
      Then the store refuses
      And the resource does not exist

      Examples:
        | fault                          |
        | credential lacks its region    |
        | credential has a part too many |

    @needs:presign
    Scenario Outline: An access key id with a control character in a URL signed by <version> is refused
      Given a resource
      And a request signed by <version> in its URL
      And a request whose access key id holds a control character
      When the owner reads the resource
      Then the store refuses

      @needs:v1
      Examples:
        | version |
        | V1      |

      @needs:v4
      Examples:
        | version |
        | V4      |
