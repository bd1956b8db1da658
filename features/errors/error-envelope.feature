Feature: Error envelope and common headers
  Whatever a store answers, it says when and under which request id. Whatever it
  refuses, it says why in one and the same form. So each clause is checked for
  every error that this suite knows to provoke, not for one of them.

  @ENV-01
  Rule: Every answer is dated
    — Common response headers

    Scenario: The answer to a request that is accepted
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the answer is dated

    Scenario Outline: The answer that says <error>
      Given a bucket
      When a request provokes <error>
      Then the answer is dated

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
  Rule: Every answer has a request id of its own
    — PutBucketEncryption, 返回示例; Common response headers

    Scenario: The answer to a rule that is set
      Given a bucket
      When the owner sets the encryption rule to AES256
      Then the answer carries the header "x-oss-request-id"

    Scenario: The answer to a rule that is read
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the answer carries the header "x-oss-request-id"

    Scenario: The answer to a rule that is deleted
      Given a bucket whose encryption rule is AES256
      When the owner deletes the encryption rule
      Then the answer carries the header "x-oss-request-id"

    Scenario Outline: The answer that says <error>
      Given a bucket
      When a request provokes <error>
      Then the answer carries the header "x-oss-request-id"

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

    Scenario: No two answers share an id
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      And the owner reads the encryption rule
      And a request provokes AccessDenied
      And a request provokes AccessDenied
      And a request provokes InvalidArgument
      And a request provokes NoSuchBucket
      Then no two answers carry the same request id

  @ENV-04
  Rule: An error is an XML document with code, message, request id and host id
    Content-Type is application/xml, the root is Error.
    — Error responses, error response body

    Scenario Outline: <error> is an error document
      Given a bucket
      When a request provokes <error>
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

  @ENV-06
  Rule: An error names the request and the host it answers
    RequestId is the x-oss-request-id of the same answer, HostId the host of the
    request.
    — Error responses, error response body

    Scenario Outline: <error> names the request and the host
      Given a bucket
      When a request provokes <error>
      Then the error names this very request

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
  Rule: An error that answers HEAD stands in x-oss-err
    The answer has no body; the document is in the header, in base64.
    — Go SDK, Go SDK V2 and Java SDK, error readers

    Scenario: HEAD on a bucket that does not exist
      Given a bucket that does not exist
      And a request by the method "HEAD"
      When the owner reads the encryption rule
      Then the store refuses
      And the answer has no body
      And the error stands in the header "x-oss-err"

    @needs:objects
    Scenario: HEAD on an object that does not exist
      Given a bucket
      And an object named "nothing"
      When the owner asks for the object's head
      Then the store refuses
      And the answer has no body
      And the error stands in the header "x-oss-err"

  @ENV-31
  Rule: A request id is 24 upper-case hexadecimal digits
    The documentation calls it unique; every sample has this form.
    — Response examples of all pages; Python SDK V2, integration tests (live)

    Scenario: The answer to a request that is accepted
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the request id is 24 upper-case hexadecimal digits

    Scenario Outline: The answer that says <error>
      Given a bucket
      When a request provokes <error>
      Then the request id is 24 upper-case hexadecimal digits

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
