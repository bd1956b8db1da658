@needs:objects
Feature: What sub-accounts may do with objects
  Uploading, reading and deleting are separate rights. A store that lets every
  sub-account of the owner do everything does not check them.

  @AUTH-65
  Rule: Uploading, reading and deleting an object each take their own right
    Every way to upload takes the right to upload, and a copy also takes the right to
    read its source.
    — PutObject, GetObject, DeleteObject, PostObject, AppendObject, CopyObject,
    DeleteMultipleObjects and the multipart operations, permissions

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

    Scenario Outline: A sub-account that may only read creates nothing by <way>
      Given a bucket
      When a sub-account that may only read creates an object by <way>
      Then the store refuses with 403 "AccessDenied"
      And the object does not exist

      @needs:post
      Examples:
        | way        |
        | PostObject |

      @needs:append
      Examples:
        | way          |
        | AppendObject |

      @needs:copy
      Examples:
        | way        |
        | CopyObject |

    @needs:multipart
    Scenario: A sub-account that may only read initiates no multipart upload
      Given a bucket
      When a sub-account that may only read initiates a multipart upload
      Then the store refuses with 403 "AccessDenied"
      And no multipart upload is in progress

    @needs:multipart
    Scenario Outline: A sub-account that may only read <call> and is refused
      Given a bucket
      And the bucket holds an unfinished multipart upload
      When a sub-account that may only read <call>
      Then the store refuses with 403 "AccessDenied"
      And the multipart uploads are unchanged
      And the object does not exist

      Examples:
        | call                           |
        | uploads "abc" as part 2        |
        | completes the multipart upload |
        | aborts the multipart upload    |

    @needs:copy
    Scenario: A sub-account that may only write copies nothing, because it may not read the source
      Given a bucket
      When a sub-account that may only write creates an object by CopyObject
      Then the store refuses with 403 "AccessDenied"
      And the object does not exist

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

    @needs:copy
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

    # The page names the right, not the answer: a store may also pass over names that the caller must not delete.
    Scenario: A sub-account that may only write deletes nothing by DeleteMultipleObjects
      Given a bucket
      And the bucket holds an object
      When a sub-account that may only write deletes the object by DeleteMultipleObjects
      Then the object reads back byte for byte

    Scenario: A sub-account that may only delete deletes an object
      Given a bucket
      And the bucket holds an object
      When a sub-account that may only delete deletes the object
      Then the store accepts
      And the object does not exist
