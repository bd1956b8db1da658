Feature: Reading answers
  How the suite reads answers printed in the documentation or used in official SDK
  tests. No store is asked and none is judged: these rules test the reader.

  @READ-01
  Rule: The PutBucketEncryption page's answers are read as documented
    A success without a body, and two refusals that the page describes in prose.
    — PutBucketEncryption, 示例 (examples) and 细节分析 (detailed analysis)

    Scenario: The page's sample is a success
      Given the documented answer "the sample of PutBucketEncryption"
      Then it is read as "200"

    Scenario: An algorithm that is not offered is a refusal with a message
      Given the documented answer "an algorithm that is not offered"
      Then it is read as "400 InvalidEncryptionAlgorithmError"
      And its error is read as
        | Message | The Encryption request you specified is not valid. Supported value: AES256/KMS |

    Scenario: A key id with AES256 is a refusal with a message
      Given the documented answer "a key id beside AES256"
      Then it is read as "400 InvalidArgument"
      And its error is read as
        | Message | KMSMasterKeyID is not applicable if the default sse algorithm is not KMS |

  @READ-02
  Rule: A rule is read in every documented form
    With or without an XML declaration, with its elements in any order, empty or
    absent.
    — GetBucketEncryption, response examples; Go SDK V2 and Python SDK V2, mocks

    Scenario: KMS without a key, as the page on ossutil prints it
      Given the documented answer "what ossutil prints of a rule"
      Then its encryption rule is read as
        | SSEAlgorithm      | KMS    |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

    Scenario: A rule with 204, as in the page's sample
      Given the documented answer "the 204 of GetBucketEncryption"
      Then its encryption rule is read as
        | SSEAlgorithm      | KMS                                  |
        | KMSMasterKeyID    | 9468da86-3509-4f8d-a61e-6eab1eac**** |
        | KMSDataEncryption | (none)                               |

    Scenario: SM4 with 200, as in a later sample
      Given the documented answer "the SM4 of GetBucketEncryption"
      Then its encryption rule is read as
        | SSEAlgorithm      | SM4    |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

    Scenario: A rule without an XML declaration, as in the Go SDK V2
      Given the documented answer "a rule of the Go SDK V2"
      Then its encryption rule is read as
        | SSEAlgorithm      | KMS    |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | SM4    |

    Scenario: A rule in the element order of the Python SDK V2
      Given the documented answer "the order of the Python SDK V2"
      Then its encryption rule is read as
        | SSEAlgorithm      | KMS                                  |
        | KMSMasterKeyID    | 9468da86-3509-4f8d-a61e-6eab1eac**** |
        | KMSDataEncryption | SM4                                  |

  @READ-03
  Rule: A missing rule is read as none
    — DeleteBucketEncryption, response example; HTTP 404 status code

    Scenario: The answer to a deletion is a success
      Given the documented answer "the sample of DeleteBucketEncryption"
      Then it is read as "204"

    Scenario: The 404 for a missing rule is read as no rule
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
  Rule: The rule in the bucket info is read in every documented form
    It is flat below ServerSideEncryptionRule, and None means no rule.
    — Go SDK V2, mock of GetBucketInfo; Java SDK testBucketInfo (live)

    Scenario: KMS with SM4, as in the Go SDK V2
      Given the documented answer "the bucket info of the Go SDK V2"
      Then the encryption rule in its bucket info is read as
        | SSEAlgorithm      | KMS    |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | SM4    |

    Scenario: None, as in the Java SDK
      Given the documented answer "the None of the Java SDK"
      Then the encryption rule in its bucket info is read as
        | SSEAlgorithm      | (none) |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

    Scenario: Inside the container of the 2021 page
      Given the documented answer "the container of the 2021 page"
      Then the encryption rule in its bucket info is read as
        | SSEAlgorithm      | AES256 |
        | KMSMasterKeyID    | (none) |
        | KMSDataEncryption | (none) |

  @READ-05
  Rule: An error is read with all its elements
    Namespaces are ignored, and elements that only some errors have are read too.
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
  Rule: An error without a body is read from x-oss-err
    The answer to HEAD carries the document in this header, in base64.
    — Go SDK, client_test.go

    Scenario: A missing key
      Given the documented answer "a key that is not there asked by HEAD"
      Then its error is read as
        | Code | NoSuchKey     |
        | Key  | exampleobject |
        | EC   | 0026-00000001 |
