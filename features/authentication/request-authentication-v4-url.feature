@needs:v4
@needs:presign
Feature: Request authentication by V4, in the URL
  The parameters say who signed, when, and for how long the URL is valid; all of
  them are signed.
  The resource is the bucket's encryption rule, or an object in the bucket if the
  store has no bucket encryption.

  @AUTH-31
  Rule: A V4 signature may be in the URL
    It is valid for 1 to 604800 seconds, with temporary keys for at most 43200.
    — Signature V4 in a URL

    Scenario: A read by a signed URL is accepted
      Given a resource
      And a request signed by V4 in its URL
      When the owner reads the resource
      Then the store accepts
      And the resource is in the answer

    Scenario: A write by a signed URL is accepted
      Given a resource that does not exist
      And a request signed by V4 in its URL
      When the owner creates the resource
      Then the store accepts
      And the resource exists

    Scenario: A URL that signs a header as well is accepted
      Given a resource
      And a request signed by V4 in its URL
      And a request whose User-Agent is signed
      When the owner reads the resource
      Then the store accepts

    Scenario: A URL valid for seven days is accepted
      Given a resource
      And a request signed by V4 in its URL
      And a request whose URL is valid for seven days
      When the owner reads the resource
      Then the store accepts

    Scenario Outline: A request whose <fault> is refused
      Given a resource
      And a request signed by V4 in its URL
      And a request whose <fault>
      When the owner reads the resource
      Then the store refuses

      Examples:
        | fault                                          |
        | URL is valid for a second more than seven days |
        | URL is valid for zero seconds                  |

    @needs:sts
    Scenario: With temporary keys a URL may be valid for twelve hours
      Given a resource
      And a request signed by V4 in its URL
      And a request whose keys are temporary
      And a request whose URL is valid for twelve hours
      When the owner reads the resource
      Then the store accepts

    @needs:sts
    Scenario: With temporary keys a URL may not be valid for longer
      Given a resource
      And a request signed by V4 in its URL
      And a request whose keys are temporary
      And a request whose URL is valid for a second more than twelve hours
      When the owner reads the resource
      Then the store refuses

  @AUTH-32
  Rule: A V4 URL signs every parameter but the signature
    The body is unsigned, and no header needs to declare it. … is the query of the
    resource itself.
    — Signature V4 in a URL, signature calculation

    Scenario: A URL with a further parameter is accepted
      Given a resource
      And a request signed by V4 in its URL
      And a request with the query "…&colour=green"
      When the owner reads the resource
      Then the store accepts
      And the resource is in the answer

    Scenario Outline: A request whose <difference> is refused
      Given a resource
      And a request signed by V4 in its URL
      And a request whose <difference>
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"

      Examples:
        | difference                            |
        | x-oss-expires is raised after signing |
        | query is extended after signing       |

    Scenario: A URL signed for reading cannot write
      Given a resource that does not exist
      And a request signed by V4 in its URL
      And a request whose signature is for another method
      When the owner creates the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource does not exist

  @AUTH-33
  Rule: A V4 URL is valid from fifteen minutes before its date until it expires
    — Signature V4 in a URL, verification; error codes 0002-00000219 and 0002-00000236

    Scenario Outline: A request whose <circumstance> is accepted
      Given a resource
      And a request signed by V4 in its URL
      And a request whose <circumstance>
      When the owner reads the resource
      Then the store accepts

      Examples:
        | circumstance                                    |
        | URL was signed an hour ago and is valid for two |
        | clock is 14 minutes fast                        |

    Scenario Outline: A request whose <fault> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by V4 in its URL
      And a request whose <fault>
      When the owner creates the resource
      Then the store refuses
      And the resource does not exist

      Examples:
        | fault                      |
        | URL expired an hour ago    |
        | clock is 16 minutes fast   |
        | URL lacks x-oss-signature  |
        | URL lacks x-oss-credential |
        | URL lacks x-oss-date       |
        | URL lacks x-oss-expires    |
