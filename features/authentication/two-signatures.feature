@needs:presign
Feature: Two signatures in one request
  Both signatures are right. A store that takes the one and ignores the other lets
  the sender choose which part of the request is checked.

  @AUTH-63
  @needs:v4
  Rule: Signatures in both the header and the URL are refused, whatever their versions
    — Signature V1 in a URL, notes

    Scenario Outline: A request signed by <signature> whose <second> is refused and no rule is created
      Given a bucket without an encryption rule
      And a request signed by <signature>
      And a request whose <second>
      When the owner sets the encryption rule to AES256
      Then the store refuses with 400 "InvalidArgument"
      And the bucket has no encryption rule

      Examples:
        | signature | second                   |
        | V4        | URL is signed by V4, too |

      @needs:v1
      Examples:
        | signature | second                   |
        | V1        | URL is signed by V4, too |
        | V4        | URL is signed by V1, too |

  @AUTH-64
  @needs:v1
  @needs:v4
  Rule: A URL with a V1 and a V4 signature
    — no source

    Scenario: Reading the rule by a URL with two signatures
      Given a bucket whose encryption rule is AES256
      And a request signed by V1 in its URL
      And a request whose URL is signed by V4, too
      When the owner reads the encryption rule
      Then what the store did is reported
