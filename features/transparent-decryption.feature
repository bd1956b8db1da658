Feature: Transparent decryption
  Whoever may read an encrypted object reads its plaintext, and sees the sizes and
  digests of the plaintext.

  @OBJ-25
  @needs:objects
  Rule: The ETag of an upload is the MD5 of its plaintext under AES256
    Nothing is said of the ETag under KMS.
    — PutObject, response headers

    Scenario: Without encryption
      Given a bucket
      When the owner uploads the object
      Then the answer's ETag is the MD5 of the object

    Scenario: Under AES256
      Given a bucket whose encryption rule is AES256
      When the owner uploads the object
      Then the answer's ETag is the MD5 of the object

  @OBJ-26
  @needs:objects
  Rule: Decryption is transparent
    Content-Length is that of the plaintext, and the body comes back byte for byte,
    whole or by range.
    — ossutil bucket-encryption, introduction; Java SDK ObjectEncryptionTest (live)

    Scenario Outline: An object of <size> bytes
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

    Scenario Outline: An object named <what>
      Given a bucket whose encryption rule is AES256
      And an object named "<key>"
      When the owner uploads the object
      Then the store accepts
      And the object is encrypted with AES256
      And the object reads back byte for byte

      Examples:
        | what                  | key             |
        | with a percent sign   | 100%25.txt      |
        | with a plus and space | a+b c           |
        | in Chinese            | 加密/对象           |
        | with two dots         | a/../b          |
        | like a query          | a?encryption&b= |

    Scenario: An object with a name of 1,023 bytes
      Given a bucket whose encryption rule is AES256
      And an object with a name of 1023 bytes
      When the owner uploads the object
      Then the store accepts
      And the object reads back byte for byte

    Scenario Outline: The bytes <first> to <last> of an encrypted object
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
        | 65535   | 65536   |
        | 100     | 700000  |
        | 1048575 | 1048575 |

    @needs:kms
    Scenario: A range of an object encrypted with KMS
      Given a bucket whose encryption rule is KMS
      And the bucket holds an object
      And a request with the headers
        | Range | bytes=10-19 |
      When the owner reads the object
      Then the answer holds the bytes 10 to 19 of the object

    @needs:sm4
    Scenario: A range of an object encrypted with SM4
      Given a bucket whose encryption rule is SM4
      And the bucket holds an object
      And a request with the headers
        | Range | bytes=10-19 |
      When the owner reads the object
      Then the answer holds the bytes 10 to 19 of the object

    Scenario: HEAD tells the length of the plaintext
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      When the owner asks for the object's head
      Then the answer carries the headers
        | Content-Length | 1024 |

    Scenario: A conditional GET knows an encrypted object by its ETag
      Given a bucket whose encryption rule is AES256
      And the bucket holds an object
      And a request for the object unless it has changed
      When the owner reads the object
      Then the store answers 304

  @OBJ-27
  @needs:objects
  Rule: Content-MD5 is checked over the plaintext
    A Content-MD5 that is not the body's is answered with 400 InvalidDigest.
    — PutObject, error codes

    Scenario: The MD5 of another body is refused and nothing is stored
      Given a bucket whose encryption rule is AES256
      And a request with the header "Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg=="
      When the owner uploads the object
      Then the store refuses with 400 "InvalidDigest"
      And there is no such object

    Scenario: The MD5 of the plaintext is accepted
      Given a bucket whose encryption rule is AES256
      And a request with the body's Content-MD5
      When the owner uploads the object
      Then the store accepts
      And the object reads back byte for byte
