@needs:v1
Feature: Request authentication by V1, in the header
  The older of the two signatures: HMAC-SHA1 over the request, sent in
  Authorization after the access key id. Only the signed request is accepted.
  The resource is the bucket's encryption rule, or an object in the bucket if the
  store has no bucket encryption.

  @AUTH-01
  Rule: A V1 request carries OSS, the access key id and the signature in Authorization
    Authorization: OSS <AccessKeyId>:<Signature>
    — PutBucketEncryption, 请求示例 (request example); Signature V1 in the header

    Scenario: A read signed by V1 is accepted
      Given a resource
      And a request signed by V1
      When the owner reads the resource
      Then the store accepts
      And the resource is in the answer

  @AUTH-02
  Rule: A V1 signature covers the method, the digest and type of the body, and the date
    Each has its own line; an absent one leaves its line empty.
    — Signature V1 in the header, signature calculation

    Scenario: A body with its digest and type is accepted
      Given a resource that does not exist
      And a request signed by V1
      And a request with the headers
        | Content-MD5  | (the body's MD5) |
        | Content-Type | application/xml  |
      When the owner creates the resource
      Then the store accepts
      And the resource exists

    Scenario: A body without digest and type is accepted
      Given a resource that does not exist
      And a request signed by V1
      And a request with the headers
        | Content-MD5  | (none) |
        | Content-Type | (none) |
      When the owner creates the resource
      Then the store accepts
      And the resource exists

    Scenario Outline: A request whose <difference> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by V1
      And a request whose <difference>
      When the owner creates the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource does not exist

      Examples:
        | difference                              |
        | signature is for another method         |
        | signature is for another Content-MD5    |
        | signature is for another Content-Type   |
        | Date is moved by a minute after signing |

  @AUTH-03
  Rule: V1 signs every x-oss header
    Names are in lower case and sorted; spaces around values are removed.
    — Signature V1 in the header, CanonicalizedOSSHeaders

    Scenario: Headers in any order and case are accepted
      Given a resource
      And a request signed by V1
      And a request whose x-oss headers are unsorted, capitalised and padded
      When the owner reads the resource
      Then the store accepts

    Scenario: A header that was not signed is refused and the resource stays
      Given a resource
      And a request signed by V1
      And a request whose x-oss header is added after signing
      When the owner deletes the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource is unchanged

  @AUTH-04
  Rule: V1 signs the resource, including the bucket and the slash
    The encryption rule is /<bucket>/?encryption in either addressing style.
    — Signature V1 in the header, CanonicalizedResource

    Scenario: A signature for the bucket is accepted
      Given a resource
      And a request signed by V1
      When the owner deletes the resource
      Then the store accepts
      And the resource does not exist

    Scenario: A signature for another bucket is refused and the resource stays
      Given a resource
      And a request signed by V1
      And a request whose signature is for another bucket
      When the owner deletes the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource is unchanged

    Scenario: A signature for the service, whose resource is a slash, is accepted
      Given a request signed by V1
      When the owner lists the buckets
      Then the store accepts

  @AUTH-05
  Rule: V1 signs the sub-resource encryption
    The documented lists of sub-resources do not name it; every SDK signs it, and
    the service expects it.
    — Signature V1 in the header; Python SDK V2, test_bucket_encryption_v1 (live)

    Scenario: Setting the rule with the sub-resource signed is accepted
      Given a bucket
      And a request signed by V1
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256

    Scenario Outline: Reading the rule at /<target> with the sub-resource signed is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V1
      And a request to "<target>"
      When the owner reads the encryption rule
      Then the store accepts
      And the rule in the answer holds
        | SSEAlgorithm | AES256 |

      Examples:
        | target       |
        | ?encryption  |
        | ?encryption= |

    Scenario: Deleting the rule with the sub-resource signed is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V1
      When the owner deletes the encryption rule
      Then the store accepts
      And the bucket has no encryption rule

    Scenario: Setting the rule with a signature for the bucket alone is refused and no rule is created
      Given a bucket without an encryption rule
      And a request signed by V1
      And a request whose signature leaves out the sub-resource
      When the owner sets the encryption rule to AES256
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the bucket has no encryption rule

    Scenario: Reading the rule with a signature for the bucket alone is refused
      Given a bucket whose encryption rule is AES256
      And a request signed by V1
      And a request whose signature leaves out the sub-resource
      When the owner reads the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"

    Scenario: Deleting the rule with a signature for the bucket alone is refused and the rule stays
      Given a bucket whose encryption rule is AES256
      And a request signed by V1
      And a request whose signature leaves out the sub-resource
      When the owner deletes the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the bucket's encryption rule is unchanged

  @AUTH-06
  Rule: V1 does not sign query parameters that are not sub-resources
    Those that begin with x-oss- are signed. … is the query of the resource itself.
    — Go SDK V2, signer tests

    Scenario Outline: A request with the query <query> is accepted
      Given a resource
      And a request signed by V1
      And a request with the query "<query>"
      When the owner reads the resource
      Then the store accepts
      And the resource is in the answer

      Examples:
        | query                |
        | …&colour=green       |
        | colour&…             |
        | …&x-oss-colour=green |

  @AUTH-07
  Rule: V1 signs names and values in their decoded form
    Not in the form escaped for the URL.
    — Signature V1 in the header, CanonicalizedResource

    @needs:objects
    Scenario: An object whose name must be escaped is read
      Given a bucket
      And an object named "Größe & Maß/100%+1 (neu).txt"
      And the bucket holds an object
      And a request signed by V1
      When the owner reads the object
      Then the store accepts

    @needs:objects
    Scenario: A response header requested in the URL is signed in its decoded form
      Given a bucket
      And the bucket holds an object
      And a request signed by V1
      And a request to "?response-content-type=text/plain; charset=utf-8"
      When the owner reads the object
      Then the store accepts

    @needs:presign
    @needs:sts
    Scenario: A token that the URL escapes is signed as issued
      Given a resource
      And a request signed by V1 in its URL
      And a request whose keys are temporary
      When the owner reads the resource
      Then the store accepts

  @AUTH-08
  Rule: x-oss-date takes precedence over Date
    When both are sent, x-oss-date is signed and checked.
    — Signature V1 in the header, Date

    Scenario: A current x-oss-date with an old Date is accepted
      Given a resource
      And a request signed by V1
      And a request whose Date is an hour older than its V1 x-oss-date
      When the owner reads the resource
      Then the store accepts

    Scenario: An old x-oss-date with a current Date is refused
      Given a resource
      And a request signed by V1
      And a request whose V1 x-oss-date is an hour older than its Date
      When the owner reads the resource
      Then the store refuses with 403 "RequestTimeTooSkewed"

  @AUTH-09
  Rule: V1 accepts the HTTP date format in Date and in x-oss-date
    One error page asks for ISO 8601 in x-oss-date; the SDKs and their tests write
    the HTTP format in both.
    — Signature V1 in the header, Date; Go SDK V2 and Python SDK V2, signer tests

    Scenario Outline: A request whose time is in <header> is accepted
      Given a resource
      And a request signed by V1
      And a request whose time is in <header>
      When the owner reads the resource
      Then the store accepts

      Examples:
        | header     |
        | Date       |
        | x-oss-date |

  @AUTH-10
  Rule: The string to sign is UTF-8, and keys are case-sensitive
    — Signature V1 in the header, notes

    Scenario: A header in Chinese is accepted
      Given a resource
      And a request signed by V1
      And a request whose x-oss header holds Chinese text
      When the owner reads the resource
      Then the store accepts

    Scenario: An access key id with its case swapped is unknown
      Given a resource
      And a request signed by V1
      And a request whose access key id has its case swapped
      When the owner reads the resource
      Then the store refuses with 403 "InvalidAccessKeyId"

    Scenario: A secret with its case swapped signs nothing valid
      Given a resource
      And a request signed by V1
      And a request whose secret has its case swapped
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
