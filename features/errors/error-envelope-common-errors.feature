Feature: Errors that are common to many operations
  Requests whose bucket, framing or digest is wrong, whatever the operation, and
  stores that ignore the sub-resource.
  The resource is the bucket's encryption rule, or an object in the bucket if the
  store has no bucket encryption.

  @ENV-10
  Rule: NoSuchBucket names the bucket
    — HTTP 404 status code

    Scenario: A read in a missing bucket names the bucket
      Given a bucket that does not exist
      When the owner reads the resource
      Then the store refuses with 404 "NoSuchBucket"
      And the message is "The specified bucket does not exist."
      And the error carries
        | BucketName | (the bucket's name) |

    @needs:objects
    @needs:post
    Scenario: A form for a missing bucket is refused
      Given a bucket that does not exist
      When the owner creates an object by PostObject
      Then the store refuses with 404 "NoSuchBucket"
      And the message is "The specified bucket does not exist."

    Scenario Outline: A request that <call> names the missing bucket
      Given a bucket that does not exist
      When the owner <call>
      Then the store refuses with 404 "NoSuchBucket"
      And the error carries
        | BucketName | (the bucket's name) |

      Examples:
        | call                             |
        | reads the bucket info            |
        | reads the ACL of the bucket      |
        | reads the location of the bucket |
        | deletes the bucket               |

  @ENV-11
  Rule: An invalid bucket name is refused
    A name has 3 to 63 lower-case letters, digits and hyphens, and begins and ends
    with a letter or digit.
    — HTTP 400 status code

    Scenario Outline: The name "<name>" is refused
      Given the bucket name "<name>"
      When the owner reads the resource
      Then the store refuses with 400 "InvalidBucketName"
      And the message is "The specified bucket is not valid."

      Examples:
        | name           |
        | ab             |
        | under_score    |
        | hyphen-at-end- |

    Scenario: A valid name is not refused for its form
      Given a bucket that does not exist
      When the owner reads the resource
      Then the store refuses with 404 "NoSuchBucket"

  @ENV-14
  Rule: A body needs a Content-Length
    Uploads get 411. Without a length there is no body in HTTP, so for a rule the
    store may also see an empty document.
    — HTTP 411 status code

    Scenario: A write whose Content-Length is missing is refused and nothing is created
      Given a resource that does not exist
      And a request whose Content-Length is missing
      When the owner creates the resource
      Then the store refuses with 411 "MissingContentLength" or 400 "MalformedXML"
      And the resource does not exist

    @needs:objects
    Scenario: An upload whose Content-Length is missing is refused and nothing is stored
      Given a bucket
      And a request whose Content-Length is missing
      When the owner uploads the object
      Then the store refuses with 411 "MissingContentLength"
      And the message is "You must provide the Content-Length HTTP header."
      And the object does not exist

    @needs:objects
    @needs:append
    Scenario: An append whose Content-Length is missing is refused and nothing is stored
      Given a bucket
      And a request whose Content-Length is missing
      When the owner creates an object by AppendObject
      Then the store refuses with 411 "MissingContentLength"
      And the object does not exist

    @needs:objects
    Scenario: A deletion of several objects whose Content-Length is missing is refused and nothing is deleted
      Given a bucket
      And the bucket holds the objects
        | name | content |
        | a    | one     |
      And a request whose Content-Length is missing
      And a request with the headers
        | Content-MD5 | 1B2M2Y8AsgTpgAmY7PhCfg== |
      When the owner deletes in one request
        """xml
        <Delete><Object><Key>a</Key></Object></Delete>
        """
      Then the store refuses with 411 "MissingContentLength" or 400 "MalformedXML"
      And nothing in the bucket has changed

    @needs:objects
    @needs:multipart
    Scenario: A part whose Content-Length is missing is refused
      Given a bucket
      And the bucket holds an unfinished multipart upload
      And a request whose Content-Length is missing
      When the owner uploads "abc" as part 2
      Then the store refuses with 411 "MissingContentLength"

    Scenario: The same request with its Content-Length is accepted
      Given a resource that does not exist
      And a request whose headers are sent as written
      When the owner creates the resource
      Then the store accepts
      And the resource exists

  @ENV-15
  Rule: A body shorter than its Content-Length is refused
    The store may wait for the rest, until the request times out. A front end that
    cannot read the length answers in its own form.
    — HTTP 400 status code; error codes 0017-00000103, 0017-00000505 and
    0017-00000704

    Scenario: A body that ends early is refused and nothing is created
      Given a resource that does not exist
      And a request whose body ends ten bytes early
      When the owner creates the resource
      Then the store refuses with 400 "IncompleteBody" or "RequestTimeout", or closes the connection
      And the resource does not exist

    Scenario: A Content-Length that is not a number is refused and nothing is created
      Given a resource that does not exist
      And a request whose Content-Length is not a number
      When the owner creates the resource
      Then the store answers 400
      And the resource does not exist

    Scenario: The same request with the right Content-Length is accepted
      Given a resource that does not exist
      And a request whose headers are sent as written
      When the owner creates the resource
      Then the store accepts
      And the resource exists

  @ENV-16
  Rule: A rule of one megabyte
    A limit is documented only for other bodies.
    — HTTP 400 status code

    Scenario: AES256 followed by a megabyte of line feeds
      Given a bucket
      And a request whose body is padded to a megabyte
      When the owner sets the encryption rule to AES256
      Then what the store did is reported

  @ENV-17
  Rule: A method that the sub-resource does not support
    The 405 page suggests MethodNotAllowed, with the methods in Allow.
    — HTTP 405 status code

    Scenario: POST on the sub-resource
      Given a bucket
      And a request whose method is POST
      When the owner sets the encryption rule to AES256
      Then what the store did is reported
      And the header "Allow" is reported

  @ENV-18
  @needs:objects
  Rule: A header that asks for an unimplemented feature is refused
    — HTTP 400 status code

    Scenario: The error names the header
      Given a bucket
      When a request triggers NotImplemented
      Then the store refuses with 400 "NotImplemented" or 501 "NotImplemented"
      And the error carries
        | Header | (If-None-Match in any case) |
      And the object does not exist

  @ENV-25
  Rule: A Content-MD5 that does not match the body is refused
    It is the base64 form of the digest's sixteen bytes.
    — HTTP 400 status code; error codes 0017-00000502 and 0017-00000503

    Scenario Outline: <what> is refused and nothing is created
      Given a resource that does not exist
      And a request with the headers
        | Content-MD5 | <digest> |
      When the owner creates the resource
      Then the store refuses with 400 "InvalidDigest"
      And the message is "The Content-MD5 you specified was invalid."
      And the resource does not exist

      Examples:
        | what                                             | digest                                             |
        | The digest of another body                       | 1B2M2Y8AsgTpgAmY7PhCfg==                           |
        | The body's digest in hexadecimal                 | (the body's MD5 in hexadecimal)                    |
        | The base64 form of the body's hexadecimal digest | (the base64 form of the body's MD5 in hexadecimal) |
        | Text that is no digest                           | not a digest                                       |

    Scenario: The same request with the digest of its body is accepted
      Given a resource that does not exist
      And a request with the headers
        | Content-MD5 | (the body's MD5) |
      When the owner creates the resource
      Then the store accepts
      And the resource exists

  @ENV-27
  Rule: A request for the encryption sub-resource never acts on the bucket itself
    A store that ignores the sub-resource would create the bucket, list its objects
    or delete it.
    — PutBucketEncryption, 请求语法 (request syntax); official emulator

    Scenario: Reading the rule does not list the objects
      Given a bucket whose encryption rule is AES256
      When the owner reads the encryption rule
      Then the rule in the answer holds
        | SSEAlgorithm | AES256 |

    Scenario: Setting the rule does not create the bucket
      Given a bucket that does not exist
      When the owner sets the encryption rule to AES256
      Then the bucket still does not exist

    Scenario: Deleting the rule does not delete the bucket
      Given a bucket whose encryption rule is AES256
      When the owner deletes the encryption rule
      Then the store accepts
      And the bucket still exists

  @ENV-29
  Rule: Header names are case-insensitive
    — Common request headers

    @needs:v1
    Scenario: A request by V1 with its header names in capitals is accepted
      Given a resource that does not exist
      And a request signed by V1
      And a request whose header names are in capitals
      When the owner creates the resource
      Then the store accepts
      And the resource exists

    @needs:v4
    Scenario: A request by V4 with its header names in capitals is accepted
      Given a resource that does not exist
      And a request signed by V4
      And a request whose header names are in capitals
      When the owner creates the resource
      Then the store accepts
      And the resource exists
