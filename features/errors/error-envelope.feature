Feature: Error envelope and common headers
  Every answer carries a date and a request id, and every error has the same form.
  So each clause is checked for every error that this suite can trigger, whatever
  operation it comes from.
  The resource is the bucket's encryption rule, or an object in the bucket if the
  store has no bucket encryption.

  @ENV-01
  Rule: Every answer has a date
    — Common response headers

    Scenario: An accepted request is answered with a date
      Given a resource
      When the owner reads the resource
      Then the answer has a date

    Scenario Outline: The error <error> has a date
      Given a bucket
      When a request triggers <error>
      Then the answer has a date

      Examples:
        | error                           |
        | AccessDenied                    |
        | IncompleteBody                  |
        | InvalidAccessKeyId              |
        | InvalidArgument                 |
        | InvalidBucketName               |
        | InvalidDigest                   |
        | InvalidEncryptionAlgorithmError |
        | MalformedXML                    |
        | MethodNotAllowed                |
        | MissingContentLength            |
        | NoSuchBucket                    |
        | NoSuchServerSideEncryptionRule  |
        | RequestTimeTooSkewed            |
        | SignatureDoesNotMatch           |

      @needs:kms
      Examples:
        | error                               |
        | InvalidDataEncryptionAlgorithmError |

      @needs:objects
      Examples:
        | error     |
        | NoSuchKey |

      @needs:objects
      @needs:kms
      Examples:
        | error              |
        | KeyDisabled        |
        | KeyNotFound        |
        | KeyPendingDeletion |
        | KeyPendingImport   |

      @needs:sts
      Examples:
        | error                               |
        | AccessKeyIdAndSecurityTokenNotMatch |
        | InvalidSecurityToken                |
        | SecurityTokenExpired                |

  @ENV-02
  Rule: Every answer has its own request id
    — PutBucketEncryption, 返回示例 (response example); Common response headers

    Scenario: A write is answered with a request id
      Given a resource that does not exist
      When the owner creates the resource
      Then the answer carries
        | x-oss-request-id | (any) |

    Scenario: A read is answered with a request id
      Given a resource
      When the owner reads the resource
      Then the answer carries
        | x-oss-request-id | (any) |

    Scenario: A deletion is answered with a request id
      Given a resource
      When the owner deletes the resource
      Then the answer carries
        | x-oss-request-id | (any) |

    Scenario Outline: The error <error> has a request id
      Given a bucket
      When a request triggers <error>
      Then the answer carries
        | x-oss-request-id | (any) |

      Examples:
        | error                           |
        | AccessDenied                    |
        | IncompleteBody                  |
        | InvalidAccessKeyId              |
        | InvalidArgument                 |
        | InvalidBucketName               |
        | InvalidDigest                   |
        | InvalidEncryptionAlgorithmError |
        | MalformedXML                    |
        | MethodNotAllowed                |
        | MissingContentLength            |
        | NoSuchBucket                    |
        | NoSuchServerSideEncryptionRule  |
        | RequestTimeTooSkewed            |
        | SignatureDoesNotMatch           |

      @needs:kms
      Examples:
        | error                               |
        | InvalidDataEncryptionAlgorithmError |

      @needs:objects
      Examples:
        | error     |
        | NoSuchKey |

      @needs:objects
      @needs:kms
      Examples:
        | error              |
        | KeyDisabled        |
        | KeyNotFound        |
        | KeyPendingDeletion |
        | KeyPendingImport   |

      @needs:sts
      Examples:
        | error                               |
        | AccessKeyIdAndSecurityTokenNotMatch |
        | InvalidSecurityToken                |
        | SecurityTokenExpired                |

    Scenario: No two answers share a request id
      Given a resource
      When the owner reads the resource
      And the owner reads the resource
      And a request triggers AccessDenied
      And a request triggers AccessDenied
      And a request triggers InvalidArgument
      And a request triggers NoSuchBucket
      Then the answers have different request ids

  @ENV-04
  Rule: An error is an XML document with code, message, request id and host id
    Content-Type is application/xml, and the root element is Error.
    — Error responses, error response body

    Scenario Outline: <error> is an error document
      Given a bucket
      When a request triggers <error>
      Then the answer is an error document

      Examples:
        | error                           |
        | AccessDenied                    |
        | IncompleteBody                  |
        | InvalidAccessKeyId              |
        | InvalidArgument                 |
        | InvalidBucketName               |
        | InvalidDigest                   |
        | InvalidEncryptionAlgorithmError |
        | MalformedXML                    |
        | MethodNotAllowed                |
        | MissingContentLength            |
        | NoSuchBucket                    |
        | NoSuchServerSideEncryptionRule  |
        | RequestTimeTooSkewed            |
        | SignatureDoesNotMatch           |

      @needs:kms
      Examples:
        | error                               |
        | InvalidDataEncryptionAlgorithmError |

      @needs:objects
      Examples:
        | error     |
        | NoSuchKey |

      @needs:objects
      @needs:kms
      Examples:
        | error              |
        | KeyDisabled        |
        | KeyNotFound        |
        | KeyPendingDeletion |
        | KeyPendingImport   |

      @needs:sts
      Examples:
        | error                               |
        | AccessKeyIdAndSecurityTokenNotMatch |
        | InvalidSecurityToken                |
        | SecurityTokenExpired                |

    @needs:objects
    Scenario: The refusal of an upload of a megabyte is an error document, too
      Given a bucket that does not exist
      And an object of 1048576 bytes
      When the owner uploads the object
      Then the store refuses with 404 "NoSuchBucket", or closes the connection
      And the bucket still does not exist

  @ENV-06
  Rule: An error names the request and the host
    RequestId equals the answer's x-oss-request-id, and HostId is the host of the
    request.
    — Error responses, error response body

    Scenario Outline: <error> names the request and the host
      Given a bucket
      When a request triggers <error>
      Then the answer names its request id and host in the error document

      Examples:
        | error                           |
        | AccessDenied                    |
        | IncompleteBody                  |
        | InvalidAccessKeyId              |
        | InvalidArgument                 |
        | InvalidBucketName               |
        | InvalidDigest                   |
        | InvalidEncryptionAlgorithmError |
        | MalformedXML                    |
        | MethodNotAllowed                |
        | MissingContentLength            |
        | NoSuchBucket                    |
        | NoSuchServerSideEncryptionRule  |
        | RequestTimeTooSkewed            |
        | SignatureDoesNotMatch           |

      @needs:kms
      Examples:
        | error                               |
        | InvalidDataEncryptionAlgorithmError |

      @needs:objects
      Examples:
        | error     |
        | NoSuchKey |

      @needs:objects
      @needs:kms
      Examples:
        | error              |
        | KeyDisabled        |
        | KeyNotFound        |
        | KeyPendingDeletion |
        | KeyPendingImport   |

      @needs:sts
      Examples:
        | error                               |
        | AccessKeyIdAndSecurityTokenNotMatch |
        | InvalidSecurityToken                |
        | SecurityTokenExpired                |

  @ENV-08
  @needs:objects
  Rule: An error in answer to HEAD is in x-oss-err
    The answer has no body; the header holds the document in base64. Only HEAD on an
    object is documented.
    — Java SDK, ErrorTest and DoesObjectExistTest (live); Go SDK V2, error reader

    Scenario: HEAD on a missing object carries the error in the header
      Given a bucket
      And an object named "nothing"
      When the owner asks for the object's head
      Then the store refuses with 404 "NoSuchKey"
      And the answer has no body
      And the answer carries the error document in the header "x-oss-err"

    Scenario: HEAD with a wrong secret carries the error in the header
      Given a bucket
      And a request whose secret is wrong
      When the owner asks for the object's head
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the answer has no body
      And the answer carries the error document in the header "x-oss-err"

  @ENV-31
  Rule: A request id is 24 upper-case hexadecimal digits
    The documentation calls it unique, and every sample has this form.
    — Response examples of all pages; Python SDK V2, integration tests (live)

    Scenario: An accepted request has an id of that form
      Given a resource
      When the owner reads the resource
      Then the answer has a request id of 24 upper-case hexadecimal digits

    Scenario Outline: The error <error> has an id of that form
      Given a bucket
      When a request triggers <error>
      Then the answer has a request id of 24 upper-case hexadecimal digits

      Examples:
        | error                           |
        | AccessDenied                    |
        | IncompleteBody                  |
        | InvalidAccessKeyId              |
        | InvalidArgument                 |
        | InvalidBucketName               |
        | InvalidDigest                   |
        | InvalidEncryptionAlgorithmError |
        | MalformedXML                    |
        | MethodNotAllowed                |
        | MissingContentLength            |
        | NoSuchBucket                    |
        | NoSuchServerSideEncryptionRule  |
        | RequestTimeTooSkewed            |
        | SignatureDoesNotMatch           |

      @needs:kms
      Examples:
        | error                               |
        | InvalidDataEncryptionAlgorithmError |

      @needs:objects
      Examples:
        | error     |
        | NoSuchKey |

      @needs:objects
      @needs:kms
      Examples:
        | error              |
        | KeyDisabled        |
        | KeyNotFound        |
        | KeyPendingDeletion |
        | KeyPendingImport   |

      @needs:sts
      Examples:
        | error                               |
        | AccessKeyIdAndSecurityTokenNotMatch |
        | InvalidSecurityToken                |
        | SecurityTokenExpired                |
