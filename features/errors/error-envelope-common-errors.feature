Feature: Errors that are common to many operations
  Requests whose bucket, framing or digest is wrong, whatever they ask for; and
  stores that overlook what is asked for.

  @ENV-10
  Rule: NoSuchBucket names the bucket
    — HTTP 404 status code

    Scenario: Reading the rule of a bucket that does not exist
      Given a bucket that does not exist
      When the owner reads the encryption rule
      Then the store refuses with 404 "NoSuchBucket"
      And the message is "The specified bucket does not exist."
      And the error names the bucket in "BucketName"

  @ENV-11
  Rule: A name that no bucket can have is refused
    Names have 3 to 63 lower-case letters, digits and hyphens, and begin and end
    with a letter or digit.
    — HTTP 400 status code

    Scenario Outline: The name "<name>" is refused
      Given a bucket name "<name>"
      When the owner reads the encryption rule
      Then the store refuses with 400 "InvalidBucketName"
      And the message is "The specified bucket is not valid."

      Examples:
        | name           |
        | ab             |
        | under_score    |
        | hyphen-at-end- |

    Scenario: A name that a bucket could have is not refused for its form
      Given a bucket that does not exist
      When the owner reads the encryption rule
      Then the store refuses with 404 "NoSuchBucket"

  @ENV-14
  Rule: A body needs an announced length
    — HTTP 411 status code

    Scenario: A rule whose length is not given is refused and the old rule stays
      Given a bucket whose encryption rule is AES256
      And a request whose length is not given
      When the owner sets the encryption rule to AES256
      Then the store refuses with 411 "MissingContentLength"
      And the message is "You must provide the Content-Length HTTP header."
      And the bucket's encryption rule is unchanged

    Scenario: The same request with its length is accepted
      Given a bucket
      And a request whose headers are written by hand
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256

  @ENV-15
  Rule: A body that is not as long as announced is refused
    — HTTP 400 status code; error codes 0017-00000103 and 0017-00000505

    Scenario: A body that ends early is refused and no rule comes into being
      Given a bucket without an encryption rule
      And a request whose body ends ten bytes early
      When the owner sets the encryption rule to AES256
      Then the store refuses with 400 "IncompleteBody"
      And the message is "You did not provide the number of bytes specified by the Content-Length HTTP header."
      And the bucket has no encryption rule

    Scenario: A length that is no number is refused and no rule comes into being
      Given a bucket without an encryption rule
      And a request whose Content-Length is no number
      When the owner sets the encryption rule to AES256
      Then the store refuses
      And the bucket has no encryption rule

    Scenario: The same request with the right length is accepted
      Given a bucket
      And a request whose headers are written by hand
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256

  @ENV-16
  Rule: What becomes of a rule of a megabyte
    A limit is documented for other bodies.
    — HTTP 400 status code

    Scenario: AES256 with a megabyte of line feeds behind it
      Given a bucket
      And a request whose body is padded to a megabyte
      When the owner sets the encryption rule to AES256
      Then what the store did is reported

  @ENV-17
  Rule: What becomes of a method that the sub-resource does not have
    Presumably 405 MethodNotAllowed, with the methods in Allow.
    — HTTP 405 status code

    Scenario: POST on the sub-resource
      Given a bucket
      And a request by the method "POST"
      When the owner sets the encryption rule to AES256
      Then what the store did is reported
      And the header "Allow" is reported

  @ENV-25
  Rule: A Content-MD5 that is not the body's is refused
    It is the base64 form of the sixteen bytes of the digest.
    — HTTP 400 status code; error codes 0017-00000502 and 0017-00000503

    Scenario Outline: <what> is refused and no rule comes into being
      Given a bucket without an encryption rule
      And a request with the header "Content-MD5: <digest>"
      When the owner sets the encryption rule to AES256
      Then the store refuses with 400 "InvalidDigest"
      And the message is "The Content-MD5 you specified was invalid."
      And the bucket has no encryption rule

      Examples:
        | what                             | digest                                       |
        | The digest of another body       | 1B2M2Y8AsgTpgAmY7PhCfg==                     |
        | A digest in hexadecimal          | d41d8cd98f00b204e9800998ecf8427e             |
        | The base64 form of a hexadecimal | ZDQxZDhjZDk4ZjAwYjIwNGU5ODAwOTk4ZWNmODQyN2U= |
        | Text that is no digest           | not a digest                                 |

    Scenario: The same request with the digest of its body is accepted
      Given a bucket
      And a request with the body's Content-MD5
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256

  @ENV-27
  Rule: The sub-resource encryption is never taken for the bucket itself
    A store that overlooks it creates a bucket, lists objects, deletes the bucket.
    — PutBucketEncryption, 请求语法; official emulator

    Scenario: Reading the rule is not listing the objects
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | SSEAlgorithm | AES256 |

    Scenario: Setting the rule is not creating the bucket
      Given a bucket that does not exist
      When the owner sets the encryption rule to AES256
      Then the bucket still does not exist

    Scenario: Deleting the rule is not deleting the bucket
      Given a bucket whose encryption rule is AES256
      When the owner deletes the encryption rule
      Then the bucket still exists

  @ENV-29
  Rule: Header names are read in any letter case
    — Common request headers

    @needs:v1
    Scenario: A request by V1 with its header names in capitals is accepted
      Given a bucket
      And a request signed by V1
      And a request whose header names are in capitals
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256

    @needs:v4
    Scenario: A request by V4 with its header names in capitals is accepted
      Given a bucket
      And a request signed by V4
      And a request whose header names are in capitals
      When the owner sets the encryption rule to AES256
      Then the store accepts
      And the bucket's encryption rule is AES256
