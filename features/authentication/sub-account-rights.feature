@needs:objects
Feature: What sub-accounts may do with objects
  Uploading, reading and deleting are separate rights. A store that lets every
  sub-account of the owner do everything does not check them.

  @AUTH-65
  Rule: Uploading, reading and deleting an object each take their own right
    — PutObject, GetObject and DeleteObject, permissions

    Scenario Outline: An upload by <sub-account> is refused and nothing is created
      Given a bucket
      When <sub-account> uploads the object
      Then the store refuses with 403 "AccessDenied"
      And the object does not exist

      Examples:
        | sub-account                        |
        | a sub-account that may only read   |
        | a sub-account that may only delete |
        | a sub-account without rights       |

    Scenario: A sub-account that may only write uploads an object
      Given a bucket
      When a sub-account that may only write uploads the object
      Then the store accepts
      And the object reads back byte for byte

    Scenario Outline: A sub-account with the rights <call>
      Given a bucket
      And the bucket holds an unfinished multipart upload
      When the delegate <call>
      Then the store accepts

      @needs:multipart
      Examples:
        | call                           |
        | uploads "abc" as part 2        |
        | completes the multipart upload |
        | aborts the multipart upload    |
        | lists the parts                |
        | lists the multipart uploads    |

    Scenario: A sub-account with the rights copies an object
      Given a bucket
      And the bucket holds an object
      When the delegate copies the object
      Then the store accepts

    @needs:post
    Scenario: A sub-account with the rights uploads a form
      Given a bucket
      When the delegate creates an object by PostObject
      Then the store accepts

    Scenario: A sub-account with the rights deletes several objects
      Given a bucket
      And the bucket holds an object
      When the delegate deletes the object by DeleteMultipleObjects
      Then the store accepts
      And the object does not exist

    Scenario Outline: Reading an object by <sub-account> is refused
      Given a bucket
      And the bucket holds an object
      When <sub-account> reads the object
      Then the store refuses with 403 "AccessDenied"

      Examples:
        | sub-account                        |
        | a sub-account that may only write  |
        | a sub-account that may only delete |
        | a sub-account without rights       |

    Scenario: A sub-account that may only read reads an object
      Given a bucket
      And the bucket holds an object
      When a sub-account that may only read reads the object
      Then the store accepts

    Scenario Outline: Deleting an object by <sub-account> is refused and the object stays
      Given a bucket
      And the bucket holds an object
      When <sub-account> deletes the object
      Then the store refuses with 403 "AccessDenied"
      And the object reads back byte for byte

      Examples:
        | sub-account                       |
        | a sub-account that may only read  |
        | a sub-account that may only write |
        | a sub-account without rights      |

    Scenario: A sub-account that may only delete deletes an object
      Given a bucket
      And the bucket holds an object
      When a sub-account that may only delete deletes the object
      Then the store accepts
      And the object does not exist
