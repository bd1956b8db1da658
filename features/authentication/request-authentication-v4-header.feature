@needs:v4
Feature: Request authentication by V4, in the header
  The current signature: HMAC-SHA256 with a key derived for the day, the region and
  the product. It resembles S3's but signs different parts: a parameter without a
  value has no equals sign, the bucket is always included, and neither the host nor
  the body is signed.
  The resource is the bucket's encryption rule, or an object in the bucket if the
  store has no bucket encryption.

  @AUTH-18
  Rule: A V4 request carries Credential and Signature, and optionally AdditionalHeaders
    Two or three pairs follow OSS4-HMAC-SHA256. The documentation writes a space
    after each comma, the SDKs do not.
    — Signature V4 in the header, Authorization; error code 0002-00000202

    Scenario: Pairs with a comma between them are accepted
      Given a resource
      And a request signed by V4
      When the owner reads the resource
      Then the store accepts

    Scenario: Pairs with a comma and a space between them are accepted
      Given a resource
      And a request signed by V4
      And a request whose Authorization has a space after each comma
      When the owner reads the resource
      Then the store accepts

    Scenario Outline: A request whose <fault> is refused and the resource stays
      Given a resource
      And a request signed by V4
      And a request whose <fault>
      When the owner deletes the resource
      Then the store refuses with 400 "InvalidArgument"
      And the resource is unchanged

      Examples:
        | fault                             |
        | Authorization lacks Credential    |
        | Authorization lacks Signature     |
        | Authorization has two extra parts |

    Scenario Outline: With an additional header, a request whose <fault> is refused
      Given a resource
      And a request signed by V4
      And a request whose User-Agent is signed
      And a request whose <fault>
      When the owner reads the resource
      Then the store refuses with 400 "InvalidArgument"

      Examples:
        | fault                                       |
        | Authorization lacks Credential              |
        | Authorization lacks Signature               |
        | Authorization has Signature without a value |

  @AUTH-19
  Rule: A V4 signature covers the canonical request line by line
    An empty line follows the headers, even without additional headers.
    — Signature V4 in the header, CanonicalRequest

    Scenario: A request with a body and without additional headers is accepted
      Given a resource that does not exist
      And a request signed by V4
      When the owner creates the resource
      Then the store accepts
      And the resource exists

    Scenario: A request with a body and an additional header is accepted
      Given a resource that does not exist
      And a request signed by V4
      And a request whose User-Agent is signed
      When the owner creates the resource
      Then the store accepts
      And the resource exists

    Scenario: A signature for reading cannot delete
      Given a resource
      And a request signed by V4
      And a request whose signature is for another method
      When the owner deletes the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource is unchanged

  @AUTH-20
  Rule: The canonical URI of V4 always includes the bucket
    This includes virtual-hosted style, where the bucket is in the host name. Names
    are escaped, slashes are not.
    — Signature V4 in the header, CanonicalURI

    Scenario: A signature for the bucket is accepted
      Given a resource
      And a request signed by V4
      When the owner deletes the resource
      Then the store accepts
      And the resource does not exist

    Scenario: A signature for the service, whose URI is a slash, is accepted
      Given a request signed by V4
      When the owner lists the buckets
      Then the store accepts

    @needs:objects
    Scenario: A signature for an object whose name must be escaped is accepted
      Given a bucket
      And an object named "Größe & Maß/100%+1 (neu)~*.txt"
      And the bucket holds an object
      And a request signed by V4
      When the owner reads the object
      Then the store accepts

    Scenario Outline: A request whose <difference> is refused and the resource stays
      Given a resource
      And a request signed by V4
      And a request whose <difference>
      When the owner deletes the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource is unchanged

      Examples:
        | difference                      |
        | signature leaves out the bucket |
        | signature is for another bucket |

  @AUTH-21
  Rule: The canonical query of V4 includes every parameter
    Parameters are encoded and sorted by name; one without a value has no equals
    sign. … is the query of the resource itself.
    — Signature V4 in the header, CanonicalQueryString

    Scenario Outline: Reading the rule at /<target> is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request to "<target>"
      When the owner reads the encryption rule
      Then the store accepts
      And the rule in the answer holds
        | SSEAlgorithm | AES256 |

      Examples:
        | target       |
        | ?encryption  |
        | ?encryption= |

    Scenario Outline: A request with the query <query> is accepted
      Given a resource
      And a request signed by V4
      And a request with the query "<query>"
      When the owner reads the resource
      Then the store accepts
      And the resource is in the answer

      Examples:
        | query                         |
        | …&colour=green                |
        | zebra=black and white&…&Ä=1+1 |

    Scenario: A signature that leaves out the sub-resource is refused and the rule stays
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose signature leaves out the sub-resource
      When the owner deletes the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the bucket's encryption rule is unchanged

    Scenario: A parameter that was not signed is refused
      Given a resource
      And a request signed by V4
      And a request whose query is extended after signing
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"

  @AUTH-22
  Rule: V4 signs Content-Type, Content-MD5 and every x-oss header by default
    Host is not signed by default.
    — Signature V4 in the header, CanonicalHeaders

    Scenario: Headers in any order and case are accepted
      Given a resource
      And a request signed by V4
      And a request whose x-oss headers are unsorted, capitalised and padded
      When the owner reads the resource
      Then the store accepts

    Scenario: An unsigned header may change in transit
      Given a resource
      And a request signed by V4
      And a request whose User-Agent is changed after signing
      When the owner reads the resource
      Then the store accepts

    Scenario Outline: A request whose <difference> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by V4
      And a request whose <difference>
      When the owner creates the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource does not exist

      Examples:
        | difference                            |
        | signature is for another Content-Type |
        | signature is for another Content-MD5  |
        | x-oss header is added after signing   |

  @AUTH-23
  Rule: V4 signs the headers that AdditionalHeaders names
    Names are in lower case, sorted and joined by semicolons. The named headers must
    be in the request.
    — Signature V4 in the header, AdditionalHeaders

    Scenario Outline: A request whose <headers> signed is accepted
      Given a resource
      And a request signed by V4
      And a request whose <headers> signed
      When the owner reads the resource
      Then the store accepts

      Examples:
        | headers                 |
        | User-Agent is           |
        | Host and User-Agent are |

    Scenario: A signed header must not change in transit
      Given a resource
      And a request signed by V4
      And a request whose User-Agent is signed
      And a request whose User-Agent is changed after signing
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"

    Scenario: A header that is named but not sent is refused
      Given a resource
      And a request signed by V4
      And a request whose User-Agent is signed
      And a request whose User-Agent is left out after signing
      When the owner reads the resource
      Then the store refuses

    Scenario: A header that is named, and neither signed nor sent, is refused
      Given a resource
      And a request signed by V4
      And a request whose AdditionalHeaders names a header that is not sent
      When the owner reads the resource
      Then the store refuses

  @AUTH-24
  Rule: V4 leaves the body unsigned
    x-oss-content-sha256 is UNSIGNED-PAYLOAD; unlike S3, no hash of the body is
    required.
    — Signature V4 in the header, HashedPayLoad

    Scenario: A body declared unsigned is accepted
      Given a resource that does not exist
      And a request signed by V4
      And a request with the headers
        | x-oss-content-sha256 | UNSIGNED-PAYLOAD |
      When the owner creates the resource
      Then the store accepts
      And the resource exists

  @AUTH-25
  Rule: V4 takes its date from x-oss-date or Date, and the scope has a day in the form YYYYMMDD
    ossutil sends only Date. The pages give no code for another form.
    — Signature V4 in the header, request headers; error code 0002-00000212

    Scenario Outline: A request whose time is in <header> is accepted
      Given a resource
      And a request signed by V4
      And a request whose time is in <header>
      When the owner reads the resource
      Then the store accepts

      Examples:
        | header     |
        | x-oss-date |
        | Date       |

    Scenario: A scope whose day has hyphens is refused and the resource stays
      Given a resource
      And a request signed by V4
      And a request whose scope writes its day with hyphens
      When the owner deletes the resource
      Then the store refuses
      And the resource is unchanged

  @AUTH-26
  Rule: The V4 string to sign contains the date exactly as sent
    In the format in which it was sent.
    — Signature V4 in the header, StringToSign

    Scenario: A read with an HTTP date is accepted
      Given a resource
      And a request signed by V4
      And a request whose time is in Date
      When the owner reads the resource
      Then the store accepts

    Scenario: A date changed after signing is refused
      Given a resource
      And a request signed by V4
      And a request whose time is in Date
      And a request whose Date is moved by a minute after signing
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"

  @AUTH-29
  Rule: A V4 scope of another region, product or signature is refused
    The scope names the region id, without the endpoint's prefix. The pages give no
    code.
    — Error codes 0002-00000213, 0002-00000226 and 0002-00000227; Python SDK and Java
    SDK (live)

    Scenario Outline: A request whose <fault> is refused and the resource stays
      Given a resource
      And a request signed by V4
      And a request whose <fault>
      When the owner deletes the resource
      Then the store refuses
      And the resource is unchanged

      Examples:
        | fault                                             |
        | scope names another region                        |
        | scope names the endpoint as its region            |
        | scope names another product                       |
        | scope ends in the terminator of another signature |

    Scenario: A scope of the right region, product and signature is accepted
      Given a resource
      And a request signed by V4
      When the owner deletes the resource
      Then the store accepts
      And the resource does not exist

  @AUTH-30
  Rule: A V4 request may carry both Date and x-oss-date
    The Go SDK V2 sends both; x-oss-date is signed.
    — Go SDK V2, signer tests

    Scenario: Both dates are accepted
      Given a resource
      And a request signed by V4
      And a request whose Date and V4 x-oss-date are the same time
      When the owner reads the resource
      Then the store accepts

  @AUTH-68
  Rule: A V4 header that repeats a pair
    — no source

    Scenario: A read with the signature twice
      Given a resource
      And a request signed by V4
      And a request whose Authorization has its signature twice
      When the owner reads the resource
      Then what the store did with the resource is reported

  @AUTH-47
  Rule: A V4 request that declares a hash of its body
    — no source

    Scenario: A write with an S3-style hash
      Given a resource that does not exist
      And a request signed by V4
      And a request whose x-oss-content-sha256 is a hash of the body
      When the owner creates the resource
      Then what the store did with the resource is reported

  @AUTH-67
  Rule: A V4 scope of another day
    The signature is right for the day in the scope. The S3 compatible mode refuses such a
    request.
    — Error codes 0002-00000212, 0002-00000223 and 0002-00000409

    Scenario Outline: A scope of yesterday in a request signed by <signature>
      Given a resource
      And a request signed by <signature>
      And a request whose scope names yesterday
      When the owner reads the resource
      Then the answer is reported

      Examples:
        | signature |
        | V4        |

      @needs:presign
      Examples:
        | signature     |
        | V4 in its URL |
