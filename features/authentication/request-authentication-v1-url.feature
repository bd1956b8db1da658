@needs:v1
@needs:presign
Feature: Request authentication by V1, in the URL
  Anyone who has a signed URL may send that one request until the URL expires.

  @AUTH-13
  Rule: A V1 signature may be in the URL
    The parameters are OSSAccessKeyId, Expires and Signature; Expires replaces the
    date in the string to sign.
    — Signature V1 in a URL

    Scenario: Reading the rule by a signed URL
      Given a bucket whose encryption rule is AES256
      And a request signed by V1 in its URL
      When the owner reads the encryption rule
      Then the store accepts
      And the rule in the answer holds
        | SSEAlgorithm | AES256 |

    Scenario: Setting the rule by a signed URL
      Given a bucket
      And a request signed by V1 in its URL
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256

    Scenario: A URL signed for reading cannot write
      Given a bucket without an encryption rule
      And a request signed by V1 in its URL
      And a request whose signature is for another method
      When the owner sets the encryption rule to AES256
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the bucket has no encryption rule

    Scenario: A URL whose expiry was extended is refused
      Given a bucket whose encryption rule is AES256
      And a request signed by V1 in its URL
      And a request whose Expires is raised after signing
      When the owner reads the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"

  @AUTH-14
  Rule: A V1 URL that is incomplete, undated or expired is refused
    — HTTP 403 status code; Signature V1 in a URL, error codes

    Scenario Outline: A request whose <fault> is refused and no rule is created
      Given a bucket without an encryption rule
      And a request signed by V1 in its URL
      And a request whose <fault>
      When the owner sets the encryption rule to AES256
      Then the store refuses with 403 "AccessDenied"
      And the message is "<message>"
      And the bucket has no encryption rule

      Examples:
        | fault                    | message                                                                                    |
        | URL lacks OSSAccessKeyId | Query string authentication requires the Signature, Expires and OSSAccessKeyId parameters. |
        | URL lacks Expires        | Query string authentication requires the Signature, Expires and OSSAccessKeyId parameters. |
        | URL lacks Signature      | Query string authentication requires the Signature, Expires and OSSAccessKeyId parameters. |
        | Expires is not a number  | Invalid date (should be seconds since epoch).                                              |
        | URL expired an hour ago  | Request has expired.                                                                       |

    Scenario: A URL that was signed an hour ago and has not expired is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V1 in its URL
      And a request whose URL was signed an hour ago and is valid for two
      When the owner reads the encryption rule
      Then the store accepts

  @AUTH-15
  Rule: A request carries one signature
    Signatures in both the header and the URL are refused with 400
    InvalidArgument. The first value of a repeated parameter is used.
    — Signature V1 in a URL, notes

    Scenario: A request signed in both its header and its URL is refused and no rule is created
      Given a bucket without an encryption rule
      And a request signed by V1
      And a request whose URL is signed as well as its header
      When the owner sets the encryption rule to AES256
      Then the store refuses with 400 "InvalidArgument"
      And the bucket has no encryption rule

    Scenario: The right Signature before a wrong one is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V1 in its URL
      And a request whose Signature is repeated with a wrong one after it
      When the owner reads the encryption rule
      Then the store accepts

    Scenario: The right Signature after a wrong one is refused
      Given a bucket whose encryption rule is AES256
      And a request signed by V1 in its URL
      And a request whose Signature is repeated with a wrong one before it
      When the owner reads the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"

  @AUTH-16
  Rule: DELETE by a signed URL
    The documentation describes signed URLs for GET and PUT only.
    — Signature V1 in a URL, notes

    Scenario: Deleting the rule by a signed URL
      Given a bucket whose encryption rule is AES256
      And a request signed by V1 in its URL
      When the owner deletes the encryption rule
      Then what the store did is reported

  @AUTH-17
  Rule: A plus sign in a V1 URL means a space
    A signature may contain a plus sign, so it must be percent-encoded.
    — Signature V1 in a URL, notes

    Scenario: A signature whose plus sign is percent-encoded is accepted
      Given a bucket whose encryption rule is AES256
      And a request signed by V1 in its URL
      And a request whose signature holds a plus sign
      When the owner reads the encryption rule
      Then the store accepts

    Scenario: A signature whose plus sign is not encoded does not match
      Given a bucket whose encryption rule is AES256
      And a request signed by V1 in its URL
      And a request whose signature holds a plus sign
      And a request whose plus sign is not percent-encoded
      When the owner reads the encryption rule
      Then the store refuses with 403 "SignatureDoesNotMatch"
