Feature: Reading answers
  How the suite reads what the documentation prints and what official SDK tests
  hold ready. No store is asked and none is judged: what is proven here is the
  reader.

  @READ-01
  Rule: The answers of the page on setting a rule
    A success without a body, and two refusals that the page describes in a
    sentence each.
    — PutBucketEncryption, 示例 and 细节分析

    Scenario: The sample of the page
      Given the documented answer "the sample of PutBucketEncryption"
      Then it is read as "200"

    Scenario: An algorithm that is not offered
      Given the documented answer "an algorithm that is not offered"
      Then it is read as "400 InvalidEncryptionAlgorithmError"
      And its error is read as
        | Message | The Encryption request you specified is not valid. Supported value: AES256/KMS |

    Scenario: A key id beside AES256
      Given the documented answer "a key id beside AES256"
      Then it is read as "400 InvalidArgument"
      And its error is read as
        | Message | KMSMasterKeyID is not applicable if the default sse algorithm is not KMS |

  @READ-02
  Rule: A rule
    With or without an XML declaration, its elements in any order, empty or absent
    where they say nothing.
    — GetBucketEncryption, response examples; Go SDK V2 and Python SDK V2, mocks

    Scenario: KMS without a key, as the page on ossutil prints it
      Given the documented answer "what ossutil prints of a rule"
      Then its encryption rule is read as
        | SSEAlgorithm      | KMS    |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

    Scenario: A body beside 204, as the page's sample has it
      Given the documented answer "the 204 of GetBucketEncryption"
      Then its encryption rule is read as
        | SSEAlgorithm      | KMS                                  |
        | KMSMasterKeyID    | 9468da86-3509-4f8d-a61e-6eab1eac**** |
        | KMSDataEncryption | (none)                               |

    Scenario: SM4 beside 200, as a later sample has it
      Given the documented answer "the SM4 of GetBucketEncryption"
      Then its encryption rule is read as
        | SSEAlgorithm      | SM4    |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

    Scenario: Without an XML declaration, as the Go SDK V2 has it
      Given the documented answer "a rule of the Go SDK V2"
      Then its encryption rule is read as
        | SSEAlgorithm      | KMS    |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | SM4    |

    Scenario: In the order of the Python SDK V2
      Given the documented answer "the order of the Python SDK V2"
      Then its encryption rule is read as
        | SSEAlgorithm      | KMS                                  |
        | KMSMasterKeyID    | 9468da86-3509-4f8d-a61e-6eab1eac**** |
        | KMSDataEncryption | SM4                                  |

  @READ-03
  Rule: The absence of a rule
    — DeleteBucketEncryption, response example; HTTP 404 status code

    Scenario: The answer to a deletion
      Given the documented answer "the sample of DeleteBucketEncryption"
      Then it is read as "204"

    Scenario: Reading a rule that is not there
      Given the documented answer "a bucket without a rule"
      Then its encryption rule is read as
        | SSEAlgorithm      | (none) |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |
      And its error is read as
        | Code    | NoSuchServerSideEncryptionRule                          |
        | Message | The server side encryption configuration was not found. |
        | EC      | 0005-00000004                                           |

  @READ-04
  Rule: The rule in the bucket info
    Flat below ServerSideEncryptionRule, where None stands for nothing.
    — Go SDK V2, mock of GetBucketInfo; Java SDK testBucketInfo (live)

    Scenario: KMS with SM4, as the Go SDK V2 has it
      Given the documented answer "the bucket info of the Go SDK V2"
      Then the encryption rule in its bucket info is read as
        | SSEAlgorithm      | KMS    |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | SM4    |

    Scenario: None, as the Java SDK has it
      Given the documented answer "the None of the Java SDK"
      Then the encryption rule in its bucket info is read as
        | SSEAlgorithm      | (none) |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

    Scenario: Within the container of the 2021 page
      Given the documented answer "the container of the 2021 page"
      Then the encryption rule in its bucket info is read as
        | SSEAlgorithm      | AES256 |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

  @READ-05
  Rule: An error
    By the local names of its elements; what one error has and others have not is
    read beside them.
    — OSS error responses; Go SDK V2 and Java SDK, mocks

    Scenario: A bucket that does not exist
      Given the documented answer "a bucket that does not exist"
      Then its error is read as
        | Code       | NoSuchBucket                         |
        | Message    | The specified bucket does not exist. |
        | BucketName | oss-example                          |
        | EC         | 0015-00000101                        |

    Scenario: A disabled account
      Given the documented answer "a disabled account"
      Then its error is read as
        | Code | UserDisable   |
        | EC   | 0003-00000801 |

    Scenario: A clock that is off
      Given the documented answer "a clock that is off"
      Then its error is read as
        | Code                       | RequestTimeTooSkewed     |
        | MaxAllowedSkewMilliseconds | 900000                   |
        | RequestTime                | 2025-04-10T10:00:57.000Z |
        | ServerTime                 | 2025-04-10T11:00:57.000Z |

    Scenario: A string to sign in hexadecimal and as text
      Given the documented answer "a signature that does not match"
      Then its error is read as
        | Code         | SignatureDoesNotMatch                                |
        | StringToSign | GET\n\n\nWed, 11 May 2011 07:59:25 GMT\n/oss-example?acl |

    Scenario: The namespace of old samples
      Given the documented answer "an error in the old namespace"
      Then it is read as "403 AccessDenied"

  @READ-06
  Rule: An error without a body
    The answer to HEAD carries the document in the header x-oss-err, in base64.
    — Go SDK, client_test.go

    Scenario: A key that is not there
      Given the documented answer "a key that is not there asked by HEAD"
      Then its error is read as
        | Code | NoSuchKey     |
        | Key  | exampleobject |
        | EC   | 0026-00000001 |
