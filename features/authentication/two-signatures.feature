@needs:presign
Feature: Two signatures in one request
  Both signatures are right. A store that accepts one and ignores the other lets the
  sender choose which part of the request is checked.

  @AUTH-63
  @needs:v4
  Rule: Signatures in both the header and the URL are refused, whatever their versions
    — Signature V1 in a URL, notes; error code 0002-00000039

    Scenario Outline: A request signed by <signature> whose <second> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by <signature>
      And a request whose <second>
      When the owner creates the resource
      Then the store refuses with 400 "InvalidArgument"
      And the resource does not exist

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

    Scenario: A read by a URL with two signatures
      Given a resource
      And a request signed by V1 in its URL
      And a request whose URL is signed by V4, too
      When the owner reads the resource
      Then what the store did with the resource is reported
