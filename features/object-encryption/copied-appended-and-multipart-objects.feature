Feature: Encryption of copied, appended and multipart objects
  Copies, appendable objects and multipart uploads: which request decides their
  encryption, and what later requests may change.

  @OBJ-18
  @needs:objects
  @needs:copy
  Rule: A copy does not inherit the encryption of its source
    Without the header, in a bucket without a rule, the copy is not encrypted.
    — CopyObject, notes; Python SDK, test_copy_object (live)

    Scenario: The copy of an object encrypted with AES256 is not encrypted
      Given a bucket without an encryption rule
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner copies the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | (none) |
      And the object is not encrypted

    @needs:kms
    Scenario: The copy of an object encrypted with KMS is not encrypted
      Given a bucket without an encryption rule
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner copies the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption        | (none) |
        | x-oss-server-side-encryption-key-id | (none) |
      And the object is not encrypted

  @OBJ-19
  @needs:objects
  @needs:copy
  Rule: A copy is encrypted as its request asks
    — CopyObject, request headers; Java SDK ObjectEncryptionTest (live)

    Scenario: A copy with AES256 of an unencrypted object is encrypted with AES256
      Given a bucket
      And the bucket holds an object
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner copies the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |
      And the object is encrypted with AES256

    @needs:kms
    Scenario: A copy with KMS of an object with AES256 is encrypted with KMS
      Given a bucket
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | AES256 |
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner copies the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | KMS |
      And the object is encrypted with KMS

    @needs:kms
    @needs:sm4
    Scenario: A copy with KMS and SM4 of an object with KMS is encrypted with both
      Given a bucket
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | KMS |
      And a request with the headers
        | x-oss-server-side-encryption      | KMS |
        | x-oss-server-side-data-encryption | SM4 |
      When the owner copies the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption      | KMS |
        | x-oss-server-side-data-encryption | SM4 |
      And the object is encrypted with KMS with SM4 data encryption

    Scenario: A copy with the algorithm of its source is encrypted with it
      Given a bucket
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | AES256 |
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner copies the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |
      And the object is encrypted with AES256

    @needs:append
    @needs:kms
    Scenario: A copy with KMS of an appendable object with AES256 is encrypted with KMS
      Given a bucket
      And the bucket holds an appendable object with the headers
        | x-oss-server-side-encryption | AES256 |
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner copies the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | KMS |
      And the object is encrypted with KMS

    @needs:append
    @needs:kms
    Scenario: A copy with KMS of an appendable object of another bucket is encrypted with KMS under the same name
      Given another bucket
      And the bucket holds an appendable object with the headers
        | x-oss-server-side-encryption | AES256 |
      And a bucket
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner copies the object from the other bucket
      Then the store accepts and answers with
        | x-oss-server-side-encryption | KMS |
      And the object is encrypted with KMS

  @OBJ-20
  @needs:objects
  @needs:append
  Rule: The first append decides the encryption of an appendable object
    Later appends keep it, whatever headers they send, and their answers show it.
    — AppendObject, request headers and relation to other operations; Python SDK, test_append_object (live)

    Scenario: A later append without a header shows the encryption of the first
      Given a bucket
      And the bucket holds an appendable object with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner appends to the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |
      And the object is encrypted as before

    @needs:kms
    Scenario: A later append with another algorithm does not change it
      Given a bucket
      And the bucket holds an appendable object with the headers
        | x-oss-server-side-encryption | AES256 |
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner appends to the object
      Then the store accepts and answers with
        | x-oss-server-side-encryption | AES256 |
      And the object is encrypted as before
      And the object reads back byte for byte

    @needs:copy
    @needs:kms
    Scenario: A copy onto itself with another algorithm does not change it
      Given a bucket
      And the bucket holds an appendable object with the headers
        | x-oss-server-side-encryption | AES256 |
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner copies the object onto itself
      Then the object is encrypted as before
      And the object reads back byte for byte

    Scenario: An object first appended without encryption stays unencrypted
      Given a bucket without an encryption rule
      And the bucket holds an appendable object
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner appends to the object
      Then the store accepts
      And the object is not encrypted

  @OBJ-21
  @needs:objects
  @needs:multipart
  Rule: Initiating decides the encryption of a multipart upload
    Every answer shows the encryption if and only if InitiateMultipartUpload asked
    for it.
    — InitiateMultipartUpload, notes; Python SDK, test_multipart_upload (live)

    Scenario: With AES256 requested, every answer shows AES256
      Given a bucket
      When the owner creates an object by a multipart upload with
        | x-oss-server-side-encryption | AES256 |
      Then the store accepts every request and answers each with
        | x-oss-server-side-encryption        | AES256 |
        | x-oss-server-side-encryption-key-id | (none) |
      And the object is encrypted with AES256

    @needs:kms
    @needs:sm4
    Scenario: With KMS, SM4 and a key requested, every answer shows all three
      Given a bucket
      When the owner creates an object by a multipart upload with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-data-encryption   | SM4                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      Then the store accepts every request and answers each with
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-data-encryption   | SM4                |
        | x-oss-server-side-encryption-key-id | (the target's key) |

    @needs:copy
    Scenario: Answers to copied parts show it too
      Given a bucket
      When the owner creates an object by a multipart upload of copied parts with
        | x-oss-server-side-encryption | AES256 |
      Then the store accepts every request and answers each with
        | x-oss-server-side-encryption | AES256 |

    Scenario: With nothing requested, no answer shows encryption
      Given a bucket without an encryption rule
      When the owner creates an object by a multipart upload
      Then the store accepts every request and answers each with
        | x-oss-server-side-encryption | (none) |
      And the object is not encrypted

  @OBJ-36
  @needs:objects
  @needs:copy
  Rule: A copy into a bucket with a rule
    Two pages disagree on whether it is encrypted.
    — CopyObject, notes; Server-side encryption, developer guide

    Scenario: A copy without the header, in a bucket with a rule
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      When the owner copies the object
      Then what the store did with the object is reported

  @OBJ-48
  @needs:objects
  @needs:copy
  Rule: A copy that changes the encryption keeps the metadata
    Only the encryption is not copied.
    — CopyObject, x-oss-metadata-directive

    Scenario: A copy without the header of an object with AES256 keeps it
      Given a bucket
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | AES256     |
        | Cache-Control                | no-cache   |
        | Content-Disposition          | attachment |
        | x-oss-meta-author            | alice      |
      When the owner copies the object
      Then the store accepts
      And the object's head carries
        | Cache-Control       | no-cache   |
        | Content-Disposition | attachment |
        | x-oss-meta-author   | alice      |

    Scenario Outline: A copy with <algorithm> of an unencrypted object keeps it
      Given a bucket
      And the bucket holds an object with the headers
        | Cache-Control       | no-cache   |
        | Content-Disposition | attachment |
        | x-oss-meta-author   | alice      |
      And a request with the headers
        | x-oss-server-side-encryption | <algorithm> |
      When the owner copies the object
      Then the store accepts
      And the object's head carries
        | Cache-Control       | no-cache   |
        | Content-Disposition | attachment |
        | x-oss-meta-author   | alice      |

      Examples:
        | algorithm |
        | AES256    |

      @needs:kms
      Examples:
        | algorithm |
        | KMS       |

  @OBJ-49
  @needs:objects
  @needs:copy
  Rule: A copy has the bytes of its source, however both are encrypted
    — CopyObject; Java SDK ObjectEncryptionTest (live)

    Scenario Outline: A copy with <algorithm> of an unencrypted object reads back
      Given a bucket
      And an object of 300000 bytes
      And the bucket holds an object
      And a request with the headers
        | x-oss-server-side-encryption | <algorithm> |
      When the owner copies the object
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=-10           | 299990-299999 |

      Examples:
        | algorithm |
        | AES256    |

      @needs:kms
      Examples:
        | algorithm |
        | KMS       |

      @needs:sm4
      Examples:
        | algorithm |
        | SM4       |

    Scenario Outline: A copy without the header of an object with <algorithm> reads back
      Given a bucket
      And an object of 300000 bytes
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | <algorithm> |
      When the owner copies the object
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=-10           | 299990-299999 |

      Examples:
        | algorithm |
        | AES256    |

      @needs:kms
      Examples:
        | algorithm |
        | KMS       |

      @needs:sm4
      Examples:
        | algorithm |
        | SM4       |

    Scenario Outline: A copy with <algorithm> of an object with <old> reads back
      Given a bucket
      And an object of 300000 bytes
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | <old> |
      And a request with the headers
        | x-oss-server-side-encryption | <algorithm> |
      When the owner copies the object
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=-10           | 299990-299999 |

      @needs:kms
      Examples:
        | old    | algorithm |
        | AES256 | KMS       |
        | KMS    | AES256    |

      @needs:sm4
      Examples:
        | old    | algorithm |
        | AES256 | SM4       |
        | SM4    | AES256    |

    @needs:kms
    Scenario: A copy with another key of KMS reads back
      Given a bucket
      And an object of 300000 bytes
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | KMS |
      And a request with the headers
        | x-oss-server-side-encryption        | KMS                |
        | x-oss-server-side-encryption-key-id | (the target's key) |
      When the owner copies the object
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=-10           | 299990-299999 |

    Scenario Outline: An object with <old> copied onto itself with <algorithm> reads back
      Given a bucket
      And an object of 300000 bytes
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | <old> |
      And a request with the headers
        | x-oss-server-side-encryption | <algorithm> |
      When the owner copies the object onto itself
      Then the store accepts
      And the object is encrypted with <algorithm>
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=-10           | 299990-299999 |

      @needs:kms
      Examples:
        | old    | algorithm |
        | AES256 | KMS       |
        | KMS    | AES256    |

      @needs:sm4
      Examples:
        | old    | algorithm |
        | AES256 | SM4       |

    @needs:multipart
    Scenario: A copy of an encrypted object of three parts reads back
      Given a bucket whose encryption rule is AES256
      And an object of 300000 bytes
      And the bucket holds an object created by a multipart upload of three parts, the last first
      And a request with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner copies the object
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=-10           | 299990-299999 |

    Scenario Outline: A copy from a bucket with <rule> into one with <target> reads back
      Given another bucket whose encryption rule is <rule>
      And an object of 300000 bytes
      And the bucket holds an object
      And a bucket whose encryption rule is <target>
      When the owner copies the object from the other bucket
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=-10           | 299990-299999 |

      Examples:
        | rule   | target |
        | AES256 | AES256 |

      @needs:kms
      Examples:
        | rule   | target |
        | AES256 | KMS    |
        | KMS    | AES256 |

      @needs:sm4
      Examples:
        | rule   | target |
        | SM4    | AES256 |
        | AES256 | SM4    |

    Scenario: A copy from a bucket with a rule into one without reads back
      Given another bucket whose encryption rule is AES256
      And an object of 300000 bytes
      And the bucket holds an object
      And a bucket without an encryption rule
      When the owner copies the object from the other bucket
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=-10           | 299990-299999 |

    Scenario: A copy from a bucket without a rule into one with a rule reads back
      Given another bucket without an encryption rule
      And an object of 300000 bytes
      And the bucket holds an object
      And a bucket whose encryption rule is AES256
      When the owner copies the object from the other bucket
      Then the store accepts
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=-10           | 299990-299999 |

    @needs:kms
    Scenario: A copy with KMS into a bucket with a rule is encrypted with KMS and reads back
      Given another bucket without an encryption rule
      And an object of 300000 bytes
      And the bucket holds an object
      And a bucket whose encryption rule is AES256
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner copies the object from the other bucket
      Then the store accepts
      And the object is encrypted with KMS
      And the object reads back byte for byte
      And the object reads back in the ranges
        | bytes=0-0           | 0-0           |
        | bytes=65535-65536   | 65535-65536   |
        | bytes=102400-102401 | 102400-102401 |
        | bytes=-10           | 299990-299999 |
