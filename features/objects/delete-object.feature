@needs:objects
Feature: DeleteObject
  A deletion removes exactly the named object.

  @DEL-01
  Rule: A deleted object is gone at once
    — DeleteObject; Terms, "strong consistency"

    Scenario: GetObject no longer finds it
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      When the owner deletes the object
      And the owner reads the object
      Then the store refuses with 404 "NoSuchKey"

    Scenario: The answer is 204 without a body
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      When the owner deletes the object
      Then the store answers 204
      And the answer has no body

  @DEL-02
  Rule: Deleting an object that does not exist succeeds
    — DeleteObject; SDK tests (live)

    Scenario: A name that was never used is deleted with 204
      Given a bucket
      When the owner deletes the object
      Then the store answers 204

    Scenario: A second deletion is answered as the first one
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      When the owner deletes the object
      And the owner deletes the object
      Then the store answers 204

  @DEL-03
  Rule: A deletion from a bucket that does not exist is refused
    — DeleteObject, 2018 page; Go SDK V2 TestDeleteObject (live)

    Scenario: The store says that there is no such bucket
      Given a bucket that does not exist
      When the owner deletes the object
      Then the store refuses with 404 "NoSuchBucket"

  @DEL-04
  Rule: A deletion removes the named object only
    Names are flat; a slash creates no folder.
    — Terms, "object"; PutObject, usage notes

    Scenario Outline: Deleting "<name>" keeps all others
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
        | a/   | two     |
        | a/b  | three   |
        | ab   | four    |
        | A    | five    |
      And an object named "<name>"
      When the owner deletes the object
      Then the store answers 204
      And the bucket holds exactly the objects
        | name    | content    |
        | <other> | <content1> |
        | <third> | <content2> |
        | ab      | four       |
        | A       | five       |

      Examples:
        | name | other | content1 | third | content2 |
        | a    | a/    | two      | a/b   | three    |
        | a/   | a     | one      | a/b   | three    |
        | a/b  | a     | one      | a/    | two      |

  @DEL-05
  Rule: Without versioning a deletion answers without version headers
    — DeleteObject, response headers; Go SDK V2 TestDeleteObject (live)

    Scenario: The answer has no version headers
      Given a bucket
      And the bucket holds the objects
        | name   | content |
        | object | abc     |
      When the owner deletes the object
      Then the store accepts and answers with
        | x-oss-version-id    | (none) |
        | x-oss-delete-marker | (none) |
