@needs:objects
@needs:append
Feature: AppendObject
  An appendable object grows at its end: each request names the current end and adds
  its bytes there.

  @APP-01
  Rule: The first append creates the object
    — AppendObject; Go SDK V2 TestAppendObject (live)

    Scenario Outline: By <target>
      Given a bucket
      And a request to "<target>"
      When the owner appends "abc" at 0
      Then the store accepts and answers with
        | x-oss-next-append-position | 3                   |
        | x-oss-hash-crc64ecma       | 3231342946509354535 |
        | ETag                       | (any)               |
      And the answer has no body
      And the bucket holds exactly the objects
        | name   | content |
        | object | abc     |

      Examples:
        | target              |
        | ?append&position=0  |
        | ?append=&position=0 |

  @APP-02
  Rule: The object is Appendable and says where it ends
    — AppendObject; ali-oss append() (live)

    Scenario: HeadObject says it
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | abc     | Appendable |
      When the owner asks for the object's head
      Then the store accepts and answers with
        | x-oss-object-type          | Appendable |
        | x-oss-next-append-position | 3          |
        | Content-MD5                | (none)     |

    Scenario: GetObject says it
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | abc     | Appendable |
      When the owner reads the object
      Then the store accepts and answers with
        | x-oss-object-type          | Appendable |
        | x-oss-next-append-position | 3          |

  @APP-03
  Rule: An append at the end adds its bytes there
    — AppendObject; SDK tests (live)

    Scenario: Both pieces in one object, and the new end
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      When the owner appends "bar" at 3
      Then the store accepts and answers with
        | x-oss-next-append-position | 6 |
      And the bucket holds exactly the objects
        | name   | content |
        | object | foobar  |

  @APP-04
  Rule: The CRC-64 of the answer is that of the whole object
    — AppendObject, response headers; Python SDK V1 test_append_object (live)

    Scenario: foo and then bar
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      When the owner appends "bar" at 3
      Then the store accepts and answers with
        | x-oss-hash-crc64ecma | 6001682485122215966 |

  @APP-05
  Rule: An append that is not at the end is refused
    — AppendObject, error codes; HTTP 409 status code

    Scenario Outline: At <position> of 3 bytes it is refused and the object stays
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      When the owner appends "bar" at <position>
      Then the store refuses with 409 "PositionNotEqualToLength"
      And the answer carries
        | x-oss-next-append-position | 3 |
      And nothing in the bucket has changed

      Examples:
        | position |
        | 0        |
        | 2        |
        | 4        |

    Scenario: The end of an empty object is 0
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object |         | Appendable |
      When the owner appends "bar" at 0
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | bar     |

  @APP-06
  Rule: The first append is at position 0
    — C# SDK AppendObjectWithAppendPositionMoreThanCurrentPosition (live)

    Scenario: At 1 of a name that does not exist nothing is created
      Given a bucket
      When the owner appends "bar" at 1
      Then the store refuses with 409 "PositionNotEqualToLength"
      And nothing in the bucket has changed

  @APP-07
  Rule: An append of no bytes changes no bytes
    — AppendObject; C# SDK AppendObjectWithAppendEmptyObject (live)

    Scenario: The object ends where it ended
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      When the owner appends "" at 3
      Then the store accepts and answers with
        | x-oss-next-append-position | 3 |
      And the bucket holds exactly the objects
        | name   | content |
        | object | foo     |

  @APP-08
  Rule: An object that is not appendable takes no append
    — AppendObject, error codes; Python SDK V1 test_exceptions (live)

    Scenario Outline: At <position> of a Normal object of 3 bytes
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | foo     |
      When the owner appends "bar" at <position>
      Then the store refuses with 409 "ObjectNotAppendable"
      And nothing in the bucket has changed

      Examples:
        | position |
        | 0        |
        | 3        |

  @APP-09
  Rule: An append without a valid position is refused
    — Java SDK testAppendObjectMissingArguments (live); error codes 0016-00000501 and 0016-00000502

    Scenario: Without a position nothing is created
      Given a bucket
      And a request to "?append"
      When the owner appends "bar" at 0
      Then the store refuses with 400 "MissingArgument"
      And nothing in the bucket has changed

    Scenario Outline: With the position "<position>", which is no number, nothing is created
      Given a bucket
      And a request to "?append&position=<position>"
      When the owner appends "bar" at 0
      Then the store answers 400
      And nothing in the bucket has changed

      Examples:
        | position |
        | test     |
        | 0x       |
        | x0       |

  @APP-10
  Rule: An upload turns an appendable object into a Normal one
    — AppendObject, relation to other operations

    Scenario: Only the new bytes are read and there is no end to append at
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      And an object with the content "new"
      When the owner uploads the object
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content | type   | x-oss-next-append-position |
        | object | new     | Normal | (none)                     |

    Scenario: Nothing can be appended any more
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      When the owner uploads the object
      And the owner appends "bar" at 3
      Then the store refuses with 409 "ObjectNotAppendable"

  @APP-11
  Rule: The first append decides on the metadata
    The page forbids metadata on later appends; live tests show that they are
    ignored. A refusal is tolerated.
    — Go SDK V1 TestAppendObject, C++ SDK, C# SDK AppendObjectWithHeader (live)

    Scenario: A later append does not change them
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       | Content-Type | x-oss-meta-author |
        | object | foo     | Appendable | text/css     | alice             |
      And a request with the headers
        | Content-Type      | text/plain |
        | x-oss-meta-author | bob        |
        | x-oss-meta-year   | 2026       |
      When the owner appends "bar" at 3
      Then the object's head carries
        | Content-Type      | text/css |
        | x-oss-meta-author | alice    |
        | x-oss-meta-year   | (none)   |

  @APP-12
  Rule: A later append can change the ACL
    — Go SDK V1 TestAppendObject (live)

    Scenario: To private
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      And a request with the headers
        | x-oss-object-acl | private |
      When the owner appends "bar" at 3
      And a request to "?acl"
      And the owner reads the object
      Then the store accepts
      And the answer is XML of the shape
        """xml
        <AccessControlPolicy>
          <AccessControlList><Grant>private</Grant></AccessControlList>
        </AccessControlPolicy>
        """

  @APP-13
  Rule: Content-MD5 covers the appended bytes
    — AppendObject, request headers; C# SDK AppendObjectWithMd5 (live)

    Scenario: The MD5 of the piece is accepted
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      And a request with the headers
        | Content-MD5 | kAFQmDzST7DWlj99KOF/cg== |
      When the owner appends "abc" at 3
      Then the store accepts
      And the bucket holds exactly the objects
        | name   | content |
        | object | fooabc  |

    Scenario: Another MD5 is refused and the object stays
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      And a request with the headers
        | Content-MD5 | kAFQmDzST7DWlj99KOF/cg== |
      When the owner appends "bar" at 3
      Then the store refuses with 400 "InvalidDigest"
      And nothing in the bucket has changed

  @APP-14
  Rule: The ETag changes with every append
    — C# SDK AppendObjectWithMd5 (live); AppendObject, examples

    Scenario: It is another one than before
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      When the owner appends "bar" at 3
      Then the store accepts
      And the answer has another ETag than before

    Scenario: The ETag of the answer is that of the object
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      When the owner appends "bar" at 3
      Then the store accepts
      And the answer has the ETag that HeadObject shows

  @APP-15
  Rule: Only one of several appends at the same position succeeds
    — AppendObject, notes; Terms, "strong consistency"

    Scenario: The object grows by one piece
      Given a bucket
      And the bucket holds the objects
        | name   | content | type       |
        | object | foo     | Appendable |
      When 4 writers append to the object at the same time
      Then the store refuses with 409 "PositionNotEqualToLength"
      And the bucket holds exactly the objects
        | name   | content |
        | object | foobar  |

  @APP-16
  Rule: An append in a bucket that does not exist is refused
    — Go SDK V2 TestAppendObject (live)

    Scenario: The bucket is not created
      Given a bucket that does not exist
      When the owner appends "bar" at 0
      Then the store refuses with 404 "NoSuchBucket"
      And the bucket still does not exist
