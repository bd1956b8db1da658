@needs:v4
Feature: Request authentication by V4, in the header
  The current signature: HMAC-SHA256 with a key for the day, the region and the
  product. It resembles the one of S3 and differs from it in what it signs: every
  query parameter without an equals sign of its own, always the bucket, neither
  the host nor the body.

  @AUTH-18
  Rule: A V4 request carries Credential and Signature, and perhaps AdditionalHeaders
    Two or three pairs behind OSS4-HMAC-SHA256. The documentation puts a blank
    behind each comma, SDKs do not.
    — Signature V4 in the header, Authorization; error code 0002-00000202

    Scenario: Pairs with a comma between them are accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      When the owner reads the encryption rule
      Then the store accepts

    Scenario: Pairs with a comma and a blank between them are accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose Authorization has a blank after each comma
      When the owner reads the encryption rule
      Then the store accepts

    Scenario Outline: A request whose <fault> is refused and the rule stays
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose <fault>
      When the owner deletes the encryption rule
      Then the store refuses with 400 "InvalidArgument"
      And the bucket's encryption rule is unchanged

      Examples:
        | fault                            |
        | Authorization lacks Credential   |
        | Authorization lacks Signature    |
        | Authorization has two parts more |

  @AUTH-19
  Rule: A V4 signature covers the canonical request line by line
    An empty line follows the headers, whether additional ones are named or not.
    — Signature V4 in the header, CanonicalRequest

    Scenario: A request with a body and without additional headers is accepted
      Given a bucket
      And a request signed by V4
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256

    Scenario: A request with a body and an additional header is accepted
      Given a bucket
      And a request signed by V4
      And a request whose User-Agent is signed
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256

    Scenario: A signature for reading does not delete
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose signature is for another method
      When the owner deletes the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the bucket's encryption rule is unchanged

  @AUTH-20
  Rule: The canonical URI of V4 always has the bucket in it
    Also where the bucket stands in the host name. Names are escaped, slashes are
    kept.
    — Signature V4 in the header, CanonicalURI

    Scenario: A signature for the bucket is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      When the owner deletes the encryption rule
      Then the store accepts
      And the bucket has no encryption rule

    @needs:objects
    Scenario: A signature for an object whose name has to be escaped is accepted
      Given a bucket
      And an object named "Größe & Maß/100%+1 (neu)~*.txt"
      And the bucket holds an object
      And a request signed by V4
      When the owner reads the object
      Then the store accepts

    Scenario Outline: A request whose <difference> is refused and the rule stays
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose <difference>
      When the owner deletes the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the bucket's encryption rule is unchanged

      Examples:
        | difference                      |
        | signature leaves out the bucket |
        | signature is for another bucket |

  @AUTH-21
  Rule: The canonical query of V4 has every parameter
    Encoded, sorted by name, and without an equals sign where there is no value.
    — Signature V4 in the header, CanonicalQueryString

    Scenario Outline: A request to /<target> is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request to "<target>"
      When the owner reads the encryption rule
      Then the store accepts
      And the rule in the answer holds
        | SSEAlgorithm | AES256 |

      Examples:
        | target                                  |
        | ?encryption                             |
        | ?encryption=                            |
        | ?encryption&colour=green                |
        | ?zebra=black and white&encryption&Ä=1+1 |

    Scenario: A signature that leaves out the sub-resource is refused and the rule stays
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose signature leaves out the sub-resource
      When the owner deletes the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the bucket's encryption rule is unchanged

    Scenario: A parameter that was not signed is refused
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose query is extended after signing
      When the owner reads the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"

  @AUTH-22
  Rule: V4 signs Content-Type, Content-MD5 and every x-oss header, and no other of its own
    Host is not among them.
    — Signature V4 in the header, CanonicalHeaders

    Scenario: Headers in any order and letter case are accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose x-oss headers are unsorted, capitalised and padded
      When the owner reads the encryption rule
      Then the store accepts

    Scenario: A header that is not signed may change on the way
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose User-Agent is changed after signing
      When the owner reads the encryption rule
      Then the store accepts

    Scenario Outline: A request whose <difference> is refused and no rule comes into being
      Given a bucket without an encryption rule
      And a request signed by V4
      And a request whose <difference>
      When the owner sets the encryption rule to AES256
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the bucket has no encryption rule

      Examples:
        | difference                            |
        | signature is for another Content-Type |
        | signature is for another Content-MD5  |
        | x-oss header is added after signing   |

  @AUTH-23
  Rule: V4 signs the headers that AdditionalHeaders names
    In lower case, sorted, joined by semicolons; they must be in the request.
    — Signature V4 in the header, AdditionalHeaders

    Scenario Outline: A request whose <headers> signed is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose <headers> signed
      When the owner reads the encryption rule
      Then the store accepts

      Examples:
        | headers                 |
        | User-Agent is           |
        | Host and User-Agent are |

    Scenario: A header that is signed may not change on the way
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose User-Agent is signed
      And a request whose User-Agent is changed after signing
      When the owner reads the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"

    Scenario: A header that is named and not sent is refused
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose User-Agent is signed
      And a request whose User-Agent is left out after signing
      When the owner reads the encryption rule
      Then the store refuses

  @AUTH-24
  Rule: V4 leaves the body unsigned
    x-oss-content-sha256 says UNSIGNED-PAYLOAD; a hash of the body, as S3 has it,
    is not asked for.
    — Signature V4 in the header, HashedPayLoad

    Scenario: A body that is declared as unsigned is accepted
      Given a bucket
      And a request signed by V4
      And a request with the header "x-oss-content-sha256: UNSIGNED-PAYLOAD"
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256

  @AUTH-25
  Rule: V4 is dated by x-oss-date or Date, and the scope's day is that date's
    ossutil sends Date alone.
    — Signature V4 in the header, request headers; error code 0002-00000212

    Scenario Outline: A request whose time stands in <header> is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose time stands in <header>
      When the owner reads the encryption rule
      Then the store accepts

      Examples:
        | header     |
        | x-oss-date |
        | Date       |

    Scenario: A scope of another day is refused and the rule stays
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose scope is of yesterday
      When the owner deletes the encryption rule
      Then the store refuses
      And the bucket's encryption rule is unchanged

  @AUTH-26
  Rule: The V4 string to sign names the date as it was sent
    To the letter, in whichever form it was sent.
    — Signature V4 in the header, StringToSign

    Scenario: Reading the rule with the date in the form of HTTP is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose time stands in Date
      When the owner reads the encryption rule
      Then the store accepts

    Scenario: A date that was moved after signing is refused
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose time stands in Date
      And a request whose Date is moved by a minute after signing
      When the owner reads the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"

  @AUTH-29
  Rule: A V4 scope of another region, product or signature is refused
    The region is the region's id, without the prefix of the endpoint. The pages
    name no code.
    — Error codes 0002-00000213, 0002-00000227 and 0002-00000228

    Scenario Outline: A request whose <fault> is refused and the rule stays
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose <fault>
      When the owner deletes the encryption rule
      Then the store refuses
      And the bucket's encryption rule is unchanged

      Examples:
        | fault                                       |
        | scope names another region                  |
        | scope names the endpoint as its region      |
        | scope names another product                 |
        | scope ends in the word of another signature |

    Scenario: A scope of the right region, product and signature is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      When the owner deletes the encryption rule
      Then the store accepts
      And the bucket has no encryption rule

  @AUTH-30
  Rule: A V4 request may carry Date beside x-oss-date
    The Go SDK V2 sends both; x-oss-date is the one that is signed.
    — Go SDK V2, signer tests

    Scenario: Both dates are accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V4
      And a request whose Date and V4 x-oss-date say the same
      When the owner reads the encryption rule
      Then the store accepts

  @AUTH-47
  Rule: What becomes of a V4 request that declares a hash of its body
    — no source

    Scenario: Setting the rule with the hash of S3
      Given a bucket
      And a request signed by V4
      And a request whose x-oss-content-sha256 is a hash of the body
      When the owner sets the encryption rule to AES256
      Then what the store did is reported
