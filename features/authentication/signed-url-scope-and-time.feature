@needs:v4
@needs:presign
Feature: Scope and time of a V4 URL
  The credential, the date and the lifetime in a URL are checked like those in a
  header. The signatures of these URLs are right: only what they state is wrong.

  @AUTH-51
  Rule: A V4 URL whose scope has an unreadable day, or another region, product or signature, is refused
    The pages give no code.
    — Error codes 0002-00000223, 0002-00000224, 0002-00000226 and 0002-00000228

    Scenario Outline: A URL whose <fault> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by V4 in its URL
      And a request whose <fault>
      When the owner creates the resource
      Then the store refuses
      And the resource does not exist

      Examples:
        | fault                                             |
        | scope writes its day with hyphens                 |
        | scope names another region                        |
        | scope names the endpoint as its region            |
        | scope names another product                       |
        | scope ends in the terminator of another signature |

    Scenario: A URL of the right scope is accepted
      Given a resource that does not exist
      And a request signed by V4 in its URL
      When the owner creates the resource
      Then the store accepts
      And the resource exists

  @AUTH-52
  Rule: A V4 URL states its date, and its lifetime in whole seconds
    The lifetime is between 1 and 604800. The pages give no code.
    — Signature V4 in a URL; error code 0002-00000232

    Scenario Outline: A request whose <fault> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by V4 in its URL
      And a request whose <fault>
      When the owner creates the resource
      Then the store refuses
      And the resource does not exist

      Examples:
        | fault                                 |
        | x-oss-date in the URL is not a date   |
        | x-oss-date in the URL has the hour 25 |
        | x-oss-expires is not a number         |
        | x-oss-expires begins with a letter    |
        | x-oss-expires ends with a letter      |
        | URL is valid for less than a second   |
        | URL is valid for minus one second     |

    Scenario: The shortest lifetime, one second, is accepted
      Given a resource
      And a request signed by V4 in its URL
      And a request whose URL is valid for one second
      And a request whose clock is 14 minutes fast
      When the owner reads the resource
      Then the store accepts
