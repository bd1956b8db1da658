@needs:v1
@needs:presign
Feature: Request authentication by V1, in the URL
  Anyone who has a signed URL may send that one request until the URL expires.
  The resource is the bucket's encryption rule, or an object in the bucket if the
  store has no bucket encryption.

  @AUTH-13
  Rule: A V1 signature may be in the URL
    The parameters are OSSAccessKeyId, Expires and Signature; Expires replaces the
    date in the string to sign.
    — Signature V1 in a URL

    Scenario: A read by a signed URL is accepted
      Given a resource
      And a request signed by V1 in its URL
      When the owner reads the resource
      Then the store accepts
      And the resource is in the answer

    Scenario: A write by a signed URL is accepted
      Given a resource that does not exist
      And a request signed by V1 in its URL
      When the owner creates the resource
      Then the store accepts
      And the resource exists

    Scenario: A URL signed for reading cannot write
      Given a resource that does not exist
      And a request signed by V1 in its URL
      And a request whose signature is for another method
      When the owner creates the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource does not exist

    Scenario: A URL whose expiry was extended is refused
      Given a resource
      And a request signed by V1 in its URL
      And a request whose Expires is raised after signing
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"

  @AUTH-14
  Rule: A V1 URL that is incomplete, undated or expired is refused
    — HTTP 403 status code; Signature V1 in a URL, error codes

    Scenario Outline: A request whose <fault> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by V1 in its URL
      And a request whose <fault>
      When the owner creates the resource
      Then the store refuses with 403 "AccessDenied"
      And the message is "<message>"
      And the resource does not exist

      Examples:
        | fault                        | message                                                                                    |
        | URL lacks OSSAccessKeyId     | Query string authentication requires the Signature, Expires and OSSAccessKeyId parameters. |
        | URL lacks Expires            | Query string authentication requires the Signature, Expires and OSSAccessKeyId parameters. |
        | URL lacks Signature          | Query string authentication requires the Signature, Expires and OSSAccessKeyId parameters. |
        | Expires is not a number      | Invalid date (should be seconds since epoch).                                              |
        | Expires begins with a letter | Invalid date (should be seconds since epoch).                                              |
        | Expires ends with a letter   | Invalid date (should be seconds since epoch).                                              |
        | URL expired an hour ago      | Request has expired.                                                                       |

    Scenario: A URL that was signed an hour ago and has not expired is accepted
      Given a resource
      And a request signed by V1 in its URL
      And a request whose URL was signed an hour ago and is valid for two
      When the owner reads the resource
      Then the store accepts

  @AUTH-15
  Rule: A request carries one signature
    Signatures in both the header and the URL are refused with 400
    InvalidArgument. The first value of a repeated parameter is used.
    — Signature V1 in a URL, notes

    Scenario: A request signed in both its header and its URL is refused and nothing is created
      Given a resource that does not exist
      And a request signed by V1
      And a request whose URL is signed as well as its header
      When the owner creates the resource
      Then the store refuses with 400 "InvalidArgument"
      And the resource does not exist

    Scenario: The right Signature before a wrong one is accepted
      Given a resource
      And a request signed by V1 in its URL
      And a request whose Signature is repeated with a wrong one after it
      When the owner reads the resource
      Then the store accepts

    Scenario: The right Signature after a wrong one is refused
      Given a resource
      And a request signed by V1 in its URL
      And a request whose Signature is repeated with a wrong one before it
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"

  @AUTH-16
  Rule: DELETE by a signed URL
    The documentation describes signed URLs for GET and PUT only.
    — Signature V1 in a URL, notes

    Scenario: A deletion by a signed URL
      Given a resource
      And a request signed by V1 in its URL
      When the owner deletes the resource
      Then what the store did with the resource is reported

  @AUTH-17
  Rule: A plus sign in a V1 URL means a space
    A signature may contain a plus sign, so it must be percent-encoded.
    — Signature V1 in a URL, notes

    Scenario: A signature whose plus sign is percent-encoded is accepted
      Given a resource
      And a request signed by V1 in its URL
      And a request whose signature holds a plus sign
      When the owner reads the resource
      Then the store accepts

    Scenario: A signature whose plus sign is not encoded does not match
      Given a resource
      And a request signed by V1 in its URL
      And a request whose signature holds a plus sign
      And a request whose plus sign is not percent-encoded
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
