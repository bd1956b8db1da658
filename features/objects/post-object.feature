@needs:objects
@needs:post
Feature: PostObject
  A browser uploads a form. The owner of the page has signed a policy, and the form
  may upload what the policy allows.

  @POST-01
  Rule: A form is signed by its policy field
    — PostObject, form fields; Errors and troubleshooting of PostObject

    Scenario Outline: A form signed by <signature> is accepted
      Given a bucket
      And an object with the content "abc"
      And a request signed by <signature>
      When the owner creates an object by PostObject
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | abc     |

      @needs:v1
      Examples:
        | signature |
        | V1        |

      @needs:v4
      Examples:
        | signature |
        | V4        |

    Scenario: A form signed with a wrong secret is refused
      Given a bucket
      And a request whose secret is wrong
      When the owner creates an object by PostObject
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the object does not exist

    Scenario: A form of another account is refused
      Given a bucket
      When the outsider creates an object by PostObject
      Then the store refuses with 403 "AccessDenied"
      And the object does not exist

    Scenario: A form of an unknown access key id is refused
      Given a bucket
      When a caller with unknown keys creates an object by PostObject
      Then the store refuses with 403 "InvalidAccessKeyId"
      And the object does not exist

  @POST-02
  @needs:sts
  Rule: A form of temporary keys carries their token
    — Errors and troubleshooting of PostObject

    Scenario: Temporary keys with their token are accepted
      Given a bucket
      And a request whose keys are temporary
      When the owner creates an object by PostObject
      Then the store accepts
      And the object reads back byte for byte

    Scenario: Temporary keys without their token are refused
      Given a bucket
      And a request whose temporary keys lack their token
      When the owner creates an object by PostObject
      Then the store refuses with 403 "InvalidAccessKeyId"
      And the object does not exist

    Scenario: Temporary keys that have expired are refused
      Given a bucket
      And a request whose temporary keys have expired
      When the owner creates an object by PostObject
      Then the store refuses with 403 "SecurityTokenExpired" or "InvalidAccessKeyId"
      And the object does not exist

  @POST-03
  Rule: A form without policy and signature is an anonymous upload
    — PostObject, form fields; HTTP 403 status code

    Scenario: A private bucket refuses it
      Given a bucket
      When an anonymous caller creates an object by PostObject
      Then the store refuses with 403 "AccessDenied"
      And the object does not exist

  @POST-04
  Rule: A policy that has expired allows nothing
    — Errors and troubleshooting of PostObject

    Scenario: A form whose policy has expired is refused
      Given a bucket
      And a form whose policy expired an hour ago
      When the owner creates an object by PostObject
      Then the store refuses with 403 "AccessDenied"
      And the message is "Invalid according to Policy: Policy expired."
      And the object does not exist

  @POST-05
  Rule: Every condition of the policy must hold
    — PostObject, Appendix: Policy; Errors and troubleshooting of PostObject

    Scenario Outline: The condition <condition> holds
      Given a bucket
      And an object named "user/photo.jpg"
      And a form whose policy has the condition '<condition>'
      When the owner creates an object by PostObject
      Then the store accepts
      And the object reads back byte for byte

      Examples:
        | condition                               |
        | {"key": "user/photo.jpg"}               |
        | ["eq", "$key", "user/photo.jpg"]        |
        | ["starts-with", "$key", "user/"]        |
        | ["in", "$key", ["a", "user/photo.jpg"]] |
        | ["not-in", "$key", ["a", "b"]]          |

    Scenario Outline: The condition <condition> does not hold
      Given a bucket
      And an object named "user/photo.jpg"
      And a form whose policy has the condition '<condition>'
      When the owner creates an object by PostObject
      Then the store refuses with 403 "AccessDenied"
      And the message begins with "Invalid according to Policy: Policy Condition failed:"
      And the object does not exist

      Examples:
        | condition                                   |
        | {"bucket": "another-bucket"}                |
        | {"key": "user/photo"}                       |
        | ["eq", "$key", "photo.jpg"]                 |
        | ["starts-with", "$key", "photo"]            |
        | ["in", "$key", ["a", "b"]]                  |
        | ["not-in", "$key", ["a", "user/photo.jpg"]] |
        | ["eq", "$x-oss-object-acl", "private"]      |

  @POST-06
  Rule: content-length-range limits the size of the object
    — PostObject, Appendix: Policy; error codes 0006-00000003 and 0006-00000004

    Scenario Outline: <size> bytes are allowed where at least <least> are
      Given a bucket
      And an object of <size> bytes
      And a form whose policy has the condition '["content-length-range", <least>, 20]'
      When the owner creates an object by PostObject
      Then the store accepts
      And the object reads back byte for byte

      Examples:
        | size | least |
        | 10   | 10    |
        | 20   | 10    |
        | 0    | 0     |

    Scenario Outline: <size> bytes are refused
      Given a bucket
      And an object of <size> bytes
      And a form whose policy has the condition '["content-length-range", 10, 20]'
      When the owner creates an object by PostObject
      Then the store refuses with 400 "<code>"
      And the object does not exist

      Examples:
        | size | code           |
        | 9    | EntityTooSmall |
        | 21   | EntityTooLarge |

  @POST-07
  Rule: A malformed policy is refused
    — Errors and troubleshooting of PostObject; error codes 0006-00000207 to 0006-00000222

    Scenario Outline: A policy with <fault> is refused
      Given a bucket
      And a form whose policy is '<policy>'
      When the owner creates an object by PostObject
      Then the store refuses with 400 "InvalidPolicyDocument"
      And the object does not exist

      Examples:
        | fault                        | policy                                                                                           |
        | no JSON                      | {                                                                                                |
        | no expiration                | {"conditions": [["content-length-range", 0, 1048576000]]}                                        |
        | no conditions                | {"expiration": "2099-02-19T13:19:00.000Z"}                                                       |
        | no mode                      | {"expiration": "2099-02-19T13:19:00.000Z", "conditions": [["$key"]]}                             |
        | an unknown mode              | {"expiration": "2099-02-19T13:19:00.000Z", "conditions": [["like", "$key", "object"]]}           |
        | a size that is text          | {"expiration": "2099-02-19T13:19:00.000Z", "conditions": [["content-length-range", 10, "test"]]} |
        | a condition that is a number | {"expiration": "2099-02-19T13:19:00.000Z", "conditions": [123]}                                  |
        | an unknown mode of two sizes | {"expiration": "2099-02-19T13:19:00.000Z", "conditions": [["size", 0, 1048576000]]}              |
        | an unknown mode of a text    | {"expiration": "2099-02-19T13:19:00.000Z", "conditions": [["contains", "$key", ""]]}             |
        | an unknown mode of a list    | {"expiration": "2099-02-19T13:19:00.000Z", "conditions": [["none-of", "$key", ["a"]]]}           |

  @POST-08
  @needs:v4
  Rule: A V4 form names the region in its credential
    Another region gets 400 InvalidArgument. The pages give no code for another
    ending of the credential.
    — Error codes 0002-00000710 and 0002-00000715

    Scenario Outline: A form whose <fault> is refused
      Given a bucket
      And a request signed by V4
      And a request whose <fault>
      When the owner creates an object by PostObject
      Then the store refuses with 400 "InvalidArgument"
      And the object does not exist

      Examples:
        | fault                                  |
        | scope names another region             |
        | scope names the endpoint as its region |

    Scenario: A form whose credential has the ending of another signature is refused
      Given a bucket
      And a request signed by V4
      And a request whose scope ends in the terminator of another signature
      When the owner creates an object by PostObject
      Then the store refuses
      And the object does not exist

    Scenario: A form with the right credential is accepted
      Given a bucket
      And a request signed by V4
      When the owner creates an object by PostObject
      Then the store accepts
      And the object reads back byte for byte

  @POST-09
  Rule: The object has the bytes of the file
    The file ends before the line break and the two hyphens that begin the next
    boundary, and nowhere else.
    — Errors and troubleshooting of PostObject, PostObject message format

    Scenario Outline: <what> belongs to the object
      Given a bucket
      And an object with the content "<content>"
      When the owner creates an object by PostObject
      Then the store accepts
      And the object reads back byte for byte

      Examples:
        | what                                 | content                                                      |
        | A line that begins like the boundary | a(0x0d)(0x0a)--oss-conformance-form(0x0d)(0x0a)b             |
        | The boundary inside a line           | a(0x0d)(0x0a)b--oss-conformance-form-boundary--(0x0d)(0x0a)c |
        | A line break at the end              | a(0x0d)(0x0a)                                                |

    Scenario: A boundary that arrives in two pieces ends the file
      Given a bucket
      And a request whose last ten bytes come late
      When the owner creates an object by PostObject
      Then the store accepts
      And the object reads back byte for byte
