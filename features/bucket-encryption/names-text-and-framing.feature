Feature: Names, text and framing
  Bucket names, request data that an answer repeats, and the framing of bodies.

  @ENV-32
  Rule: A bucket name is checked on every call
    A name has 3 to 63 lower-case letters, digits and hyphens, and begins and ends
    with a letter or digit.
    — HTTP 400 status code; Bucket naming conventions

    Scenario Outline: The owner <call> of a bucket whose name <fault> and is refused
      Given the bucket name "<name>"
      When the owner <call>
      Then the store refuses with 400 "InvalidBucketName"

      Examples:
        | call                               | fault                | name                                                             |
        | sets the encryption rule to AES256 | has 64 characters    | ossc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa |
        | sets the encryption rule to AES256 | has an underscore    | ossc_conformance                                                 |
        | sets the encryption rule to AES256 | begins with a hyphen | -ossc-conformance                                                |
        | sets the encryption rule to AES256 | ends with a hyphen   | ossc-conformance-                                                |
        | reads the encryption rule          | has 2 characters     | ab                                                               |
        | reads the encryption rule          | has 64 characters    | ossc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa |
        | reads the encryption rule          | has an underscore    | ossc_conformance                                                 |
        | reads the encryption rule          | begins with a hyphen | -ossc-conformance                                                |
        | reads the encryption rule          | ends with a hyphen   | ossc-conformance-                                                |
        | deletes the encryption rule        | has 64 characters    | ossc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa |
        | deletes the encryption rule        | has an underscore    | ossc_conformance                                                 |
        | deletes the encryption rule        | begins with a hyphen | -ossc-conformance                                                |
        | deletes the encryption rule        | ends with a hyphen   | ossc-conformance-                                                |
        | reads the bucket info              | has 2 characters     | ab                                                               |
        | reads the bucket info              | has 64 characters    | ossc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa |
        | reads the bucket info              | has an underscore    | ossc_conformance                                                 |
        | reads the bucket info              | begins with a hyphen | -ossc-conformance                                                |
        | reads the bucket info              | ends with a hyphen   | ossc-conformance-                                                |

    # In virtual-hosted style the name is part of the host name, and one with a
    # dot makes a host that is not the store's: 403 NonStandardHostForbidden.
    Scenario Outline: The owner <call> of a bucket whose name has a dot and is refused
      Given the bucket name "ossc.conformance"
      When the owner <call>
      Then the store refuses with 400 "InvalidBucketName" or 403 "NonStandardHostForbidden"

      Examples:
        | call                               |
        | sets the encryption rule to AES256 |
        | reads the encryption rule          |
        | deletes the encryption rule        |
        | reads the bucket info              |

    Scenario Outline: A name <kind> is not refused for its form
      Given the bucket name "<name>"
      When the owner reads the encryption rule
      Then the store refuses with 404 "NoSuchBucket" or 403 "AccessDenied"

      Examples:
        | kind             | name                                                            |
        | of 3 characters  | 0-0                                                             |
        | of 63 characters | ossc-7777777777777777777777777777777777777777777777777777777777 |
        | of digits        | 7777000011112222333344445555                                    |
        | with two hyphens | ossc--conformance                                               |

  @ENV-33
  @needs:kms
  Rule: A key id is shown as it was set, whatever its characters
    Key ids are not checked when the rule is set (PBE-20).
    — PBE-20; XML 1.0, character data

    Scenario Outline: A key id with <what> reads back
      Given a bucket
      When the owner sets the encryption rule to
        | SSEAlgorithm   | KMS   |
        | KMSMasterKeyID | <key> |
      Then the store accepts
      And the bucket's encryption rule holds
        | SSEAlgorithm   | KMS   |
        | KMSMasterKeyID | <key> |

      Examples:
        | what                      | key          |
        | markup                    | a<b>&c       |
        | what looks like an escape | a&amp;b      |
        | quotes                    | a"b'c        |
        | Chinese                   | 密钥-Schlüssel |

    Scenario Outline: A key id with <what> reads back in the bucket info
      Given a bucket whose encryption rule is KMS with the key "<key>"
      When the owner reads the bucket info
      Then the store accepts
      And the rule in the bucket info holds
        | SSEAlgorithm   | KMS   |
        | KMSMasterKeyID | <key> |

      Examples:
        | what    | key          |
        | markup  | a<b>&c       |
        | Chinese | 密钥-Schlüssel |

  @ENV-34
  Rule: An error repeats request data as text, not as markup
    — XML 1.0, character data; HTTP 403 status code

    Scenario Outline: By <signature>, a wrongly signed header with markup is in the string to sign
      Given a resource
      And a request signed by <signature>
      And a request with the headers
        | x-oss-meta-author | <b>&"eve"</b> |
      And a request whose secret is wrong
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the error carries
        | StringToSign | (the string to sign) |

      @needs:v1
      Examples:
        | signature |
        | V1        |

      @needs:v4
      Examples:
        | signature |
        | V4        |

  @ENV-35
  Rule: A rule that is not UTF-8
    The byte is in a comment; without it the body is right. The service is known to
    read XML that XML 1.0 forbids.
    — no source

    Scenario: A rule with a byte of another encoding
      Given a bucket
      And a request whose body has a byte that is not UTF-8
      When the owner sets the encryption rule to AES256
      Then what the store did is reported

  @ENV-36
  Rule: A rule whose body is sent in chunks
    The page on status 411 is about requests that are neither chunked nor have a
    length; no page says that a chunked rule is accepted.
    — HTTP 411 status code

    Scenario: Setting the rule in chunks
      Given a bucket
      And a request whose body is sent in chunks
      When the owner sets the encryption rule to AES256
      Then what the store did is reported

  @ENV-37
  Rule: A rule sent with Expect
    — no source

    Scenario: Setting the rule with Expect: 100-continue
      Given a bucket
      And a request whose body is announced by Expect
      When the owner sets the encryption rule to AES256
      Then what the store did is reported
