Feature: Transparent decryption
  A caller who may read an encrypted object gets its plaintext, with the plaintext's
  size, digest and metadata.

  @OBJ-15
  @needs:objects
  Rule: Encryption covers an object's data, not its metadata
    — Server-side encryption, developer guide

    Scenario: Under AES256 the metadata reads back as sent
      Given a bucket whose encryption rule is AES256
      And a request with the headers
        | Content-Type      | text/plain |
        | Cache-Control     | no-cache   |
        | x-oss-meta-author | alice      |
      When the owner uploads the object
      Then the store accepts
      And the object's head carries
        | Content-Type      | text/plain |
        | Cache-Control     | no-cache   |
        | x-oss-meta-author | alice      |

    @needs:kms
    Scenario: Under KMS the metadata reads back as sent
      Given a bucket whose encryption rule is KMS
      And a request with the headers
        | x-oss-meta-author | alice |
      When the owner uploads the object
      Then the store accepts
      And the object's head carries
        | x-oss-meta-author | alice |

  @OBJ-25
  @needs:objects
  Rule: The ETag of an upload is the MD5 of its plaintext under AES256
    The ETag under KMS is not documented.
    — PutObject, response headers

    Scenario: Without encryption the ETag is the MD5
      Given a bucket
      When the owner uploads the object
      Then the store accepts
      And the answer carries
        | ETag | (the object's MD5) |

    Scenario: Under AES256 the ETag is the MD5 of the plaintext
      Given a bucket whose encryption rule is AES256
      When the owner uploads the object
      Then the store accepts
      And the answer carries
        | ETag | (the object's MD5) |

  @OBJ-26
  @needs:objects
  Rule: Decryption is transparent
    Content-Length is the plaintext's, and the body reads back byte for byte, whole or
    by range.
    — ossutil bucket-encryption, introduction; Java SDK ObjectEncryptionTest (live)

    Scenario Outline: An object of <size> bytes reads back
      Given a bucket whose encryption rule is AES256
      And an object of <size> bytes
      When the owner uploads the object
      Then the store accepts
      And the object reads back byte for byte

      Examples:
        | size     |
        | 0        |
        | 1        |
        | 1048576  |
        | 67108864 |

    Scenario Outline: An object encrypted with <algorithm> reads back
      Given a bucket whose encryption rule is <algorithm>
      When the owner uploads the object
      Then the store accepts
      And the object reads back byte for byte

      @needs:kms
      Examples:
        | algorithm |
        | KMS       |

      @needs:sm4
      Examples:
        | algorithm |
        | SM4       |

      @needs:kms
      @needs:sm4
      Examples:
        | algorithm                    |
        | KMS with SM4 data encryption |

    Scenario Outline: An object created by <way> reads back
      Given a bucket whose encryption rule is AES256
      When the owner creates an object by <way>
      Then the store accepts
      And the object reads back byte for byte

      @needs:post
      @needs:v1
      Examples:
        | way        |
        | PostObject |

      @needs:append
      Examples:
        | way          |
        | AppendObject |

      @needs:multipart
      Examples:
        | way                |
        | a multipart upload |

      @needs:multipart
      @needs:copy
      Examples:
        | way                                |
        | a multipart upload of copied parts |

    @needs:append
    Scenario: An appended object reads back as one
      Given a bucket whose encryption rule is AES256
      And the bucket holds an appendable object
      When the owner appends to the object
      Then the store accepts
      And the object reads back byte for byte

    @needs:copy
    Scenario: The unencrypted copy of an encrypted object reads back
      Given a bucket
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | AES256 |
      When the owner copies the object
      Then the store accepts
      And the object reads back byte for byte

    @needs:copy
    @needs:kms
    Scenario: The copy with KMS of an object encrypted with AES256 reads back
      Given a bucket
      And the bucket holds an object with the headers
        | x-oss-server-side-encryption | AES256 |
      And a request with the headers
        | x-oss-server-side-encryption | KMS |
      When the owner copies the object
      Then the store accepts
      And the object reads back byte for byte

    Scenario Outline: The bytes <first> to <last> of an encrypted object are those of its plaintext
      Given a bucket whose encryption rule is AES256
      And an object of 1048576 bytes
      And the bucket holds an object
      And a request with the headers
        | Range | bytes=<first>-<last> |
      When the owner reads the object
      Then the answer holds the bytes <first> to <last> of the object

      Examples:
        | first   | last    |
        | 0       | 0       |
        | 15      | 16      |
        | 65535   | 65536   |
        | 100     | 700000  |
        | 1048575 | 1048575 |

    Scenario Outline: A range that reads "<range>" ends where the plaintext ends
      Given a bucket whose encryption rule is AES256
      And an object of 100000 bytes
      And the bucket holds an object
      And a request with the headers
        | Range | bytes=<range> |
      When the owner reads the object
      Then the answer holds the bytes <first> to 99999 of the object

      Examples:
        | range  | first |
        | 99990- | 99990 |
        | -10    | 99990 |

    @needs:kms
    Scenario: A range of an object encrypted with KMS is that of its plaintext
      Given a bucket whose encryption rule is KMS
      And the bucket holds an object
      And a request with the headers
        | Range | bytes=10-19 |
      When the owner reads the object
      Then the answer holds the bytes 10 to 19 of the object

    @needs:sm4
    Scenario: A range of an object encrypted with SM4 is that of its plaintext
      Given a bucket whose encryption rule is SM4
      And the bucket holds an object
      And a request with the headers
        | Range | bytes=10-19 |
      When the owner reads the object
      Then the answer holds the bytes 10 to 19 of the object

    Scenario: HEAD shows the length of the plaintext
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      When the owner asks for the object's head
      Then the store accepts and answers with
        | Content-Length | 1024 |

  @OBJ-27
  @needs:objects
  Rule: Content-MD5 is checked over the plaintext
    A Content-MD5 that does not match the body gets 400 InvalidDigest.
    — PutObject, error codes

    Scenario: The MD5 of another body is refused and nothing is stored
      Given a bucket whose encryption rule is AES256
      And a request with the headers
        | Content-MD5 | 1B2M2Y8AsgTpgAmY7PhCfg== |
      When the owner uploads the object
      Then the store refuses with 400 "InvalidDigest"
      And the object does not exist

    Scenario: The MD5 of the plaintext is accepted
      Given a bucket whose encryption rule is AES256
      And a request with the headers
        | Content-MD5 | (the body's MD5) |
      When the owner uploads the object
      Then the store accepts

  @OBJ-37
  @needs:objects
  Rule: Characters in object metadata
    One page allows visible ASCII, another only letters, digits and hyphens.
    — Manage object metadata; error code 0011-00000005

    Scenario Outline: Metadata with <what>
      Given a bucket whose encryption rule is AES256
      And a request with the headers
        | x-oss-meta-author | <value> |
      When the owner uploads the object
      Then what the store did with the metadata is reported

      Examples:
        | what              | value            |
        | an underscore     | al_ice           |
        | a percent sign    | 100%25           |
        | a plus and spaces | a + b  c         |
        | separators        | a=b; c, d & e: f |
        | markup            | <b>&amp;</b>     |
        | quotation marks   | "a" 'b'          |

    Scenario: Metadata in Chinese
      Given a bucket whose encryption rule is AES256
      And a request whose x-oss header holds Chinese text
      When the owner uploads the object
      Then what the store did with the metadata is reported

  @OBJ-38
  @needs:objects
  Rule: An encrypted object keeps its exact name
    A name is 1 to 1,023 bytes of UTF-8 and is case-sensitive. A store often derives
    the object's encryption key from it.
    — Object naming conventions

    Scenario Outline: An object whose name contains <what> is found under that name only
      Given a bucket whose encryption rule is AES256
      And an object named "<name>"
      When the owner uploads the object
      Then the store accepts
      And the object reads back byte for byte
      And the object is not found under the name "<other>"

      Examples:
        | what                    | name            | other      |
        | a percent sign          | 100%25.txt      | 100%.txt   |
        | an escaped slash        | a%2Fb           | a/b        |
        | a plus and a space      | a+b c           | a b c      |
        | capitals                | Report.TXT      | report.txt |
        | Chinese                 | 加密/对象           | 加密%2F对象    |
        | a combining accent      | café           | café       |
        | two slashes             | a//b            | a/b        |
        | what looks like a query | a?encryption&b= | a          |

    Scenario: An object with a name of 1,023 bytes is found under it
      Given a bucket whose encryption rule is AES256
      And an object with a name of 1023 bytes
      When the owner uploads the object
      Then the store accepts
      And the object reads back byte for byte

  @OBJ-51
  @needs:objects
  Rule: A name with dot segments
    HTTP clients and front ends may resolve them before the store sees the name.
    — Object naming conventions

    Scenario: A name that holds two dots
      Given a bucket
      And an object named "a/../b"
      When the owner uploads the object
      Then what the store did with the object is reported
