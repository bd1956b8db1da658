Feature: What signatures cover, in every signature
  A signature protects the same things in a header and in a URL: the method, the
  resource, the headers with a meaning for OSS. It does not depend on how they are
  written.

  @AUTH-53
  @needs:presign
  Rule: A signed URL covers the bucket, the sub-resource, the content headers and every x-oss header
    — Signature V1 in a URL; Signature V4 in a URL

    @needs:v1
    Scenario Outline: By V1, a request whose <difference> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by V1 in its URL
      And a request whose <difference>
      When the owner creates the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource does not exist

      Examples:
        | difference                            |
        | signature is for another bucket       |
        | signature leaves out the bucket       |
        | signature is for another Content-Type |
        | signature is for another Content-MD5  |
        | x-oss header is added after signing   |

    @needs:v4
    Scenario Outline: By V4, a request whose <difference> is refused and nothing is created
      Given a resource that does not exist
      And a request signed by V4 in its URL
      And a request whose <difference>
      When the owner creates the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the resource does not exist

      Examples:
        | difference                            |
        | signature is for another bucket       |
        | signature leaves out the bucket       |
        | signature is for another Content-Type |
        | signature is for another Content-MD5  |
        | x-oss header is added after signing   |

    Scenario Outline: A rule set by a URL whose signature by <version> leaves out the sub-resource is refused
      Given a bucket without an encryption rule
      And a request signed by <version> in its URL
      And a request whose signature leaves out the sub-resource
      When the owner sets the encryption rule to AES256
      Then the store refuses with 403 "SignatureDoesNotMatch"
      And the bucket has no encryption rule

      @needs:v1
      Examples:
        | version |
        | V1      |

      @needs:v4
      Examples:
        | version |
        | V4      |

    Scenario Outline: A write by a URL signed by <version> with digest and type is accepted
      Given a resource that does not exist
      And a request signed by <version> in its URL
      And a request with the headers
        | Content-MD5  | (the body's MD5) |
        | Content-Type | application/xml  |
      When the owner creates the resource
      Then the store accepts
      And the resource exists

      @needs:v1
      Examples:
        | version |
        | V1      |

      @needs:v4
      Examples:
        | version |
        | V4      |

  @AUTH-54
  @needs:v1
  @needs:presign
  Rule: A V1 URL does not sign parameters that are not sub-resources
    — Go SDK V2, signer tests

    Scenario: A parameter added to a V1 URL after signing is ignored
      Given a resource
      And a request signed by V1 in its URL
      And a request whose query is extended after signing
      When the owner reads the resource
      Then the store accepts
      And the resource is in the answer

  @AUTH-55
  Rule: Headers are signed in one form, however they are written
    Names are lower-cased and sorted, spaces around values removed, text is UTF-8.
    — Signature V1 in the header, CanonicalizedOSSHeaders; Signature V4 in the header, CanonicalHeaders

    Scenario Outline: By <signature>, a request whose <writing> is accepted
      Given a resource
      And a request signed by <signature>
      And a request whose <writing>
      When the owner reads the resource
      Then the store accepts

      @needs:v4
      Examples:
        | signature | writing                         |
        | V4        | x-oss header holds Chinese text |

      @needs:v1
      @needs:presign
      Examples:
        | signature     | writing                                            |
        | V1 in its URL | x-oss header holds Chinese text                    |
        | V1 in its URL | x-oss headers are unsorted, capitalised and padded |

      @needs:v4
      @needs:presign
      Examples:
        | signature     | writing                                            |
        | V4 in its URL | x-oss header holds Chinese text                    |
        | V4 in its URL | x-oss headers are unsorted, capitalised and padded |

  @AUTH-56
  @needs:objects
  Rule: Parameters that choose headers of the answer are signed, in the order of their names
    — Signature V1 in the header, CanonicalizedResource; Signature V4 in the header, CanonicalQueryString

    Scenario Outline: By <signature>, response parameters in any order are accepted
      Given a bucket
      And the bucket holds an object
      And a request signed by <signature>
      And a request to "?response-content-type=text/plain; charset=utf-8&response-cache-control=no-cache"
      When the owner reads the object
      Then the store accepts
      And the answer carries
        | Content-Type  | text/plain; charset=utf-8 |
        | Cache-Control | no-cache                  |

      @needs:v1
      Examples:
        | signature |
        | V1        |

      @needs:v4
      Examples:
        | signature |
        | V4        |

      @needs:v1
      @needs:presign
      Examples:
        | signature     |
        | V1 in its URL |

      @needs:v4
      @needs:presign
      Examples:
        | signature     |
        | V4 in its URL |

    Scenario Outline: By <signature>, a response parameter changed after signing is refused
      Given a bucket
      And the bucket holds an object
      And a request signed by <signature>
      And a request to "?response-content-type=text/plain"
      And a request whose response-content-type is changed after signing
      When the owner reads the object
      Then the store refuses with 403 "SignatureDoesNotMatch"

      @needs:v1
      Examples:
        | signature |
        | V1        |

      @needs:v4
      Examples:
        | signature |
        | V4        |

      @needs:v1
      @needs:presign
      Examples:
        | signature     |
        | V1 in its URL |

      @needs:v4
      @needs:presign
      Examples:
        | signature     |
        | V4 in its URL |

  @AUTH-57
  @needs:objects
  Rule: A signature does not depend on how the URL escapes the object's name
    Clients write escapes in either case and leave different characters unescaped;
    the name is the same.
    — Signature V4 in the header, CanonicalURI; Python SDK, test_get_object_with_sign_url_slash_safe (live); Go SDK,
    TestPutObjectKeyChars (live)

    Scenario Outline: By <signature>, an object whose <writing> is read
      Given a bucket
      And an object named "Größe & Maß+1 (neu)~*!'.txt"
      And the bucket holds an object
      And a request signed by <signature>
      And a request whose <writing>
      And a request with the headers
        | Range | bytes=0-19 |
      When the owner reads the object
      Then the store accepts
      And the answer holds the bytes 0 to 19 of the object

      @needs:v1
      Examples:
        | signature | writing                          |
        | V1        | name has escapes in lower case   |
        | V1        | name has plain + ! ' ( ) and *   |
        | V1        | name has an escape for its tilde |
        | V1        | name has escapes for its letters |

      @needs:v4
      Examples:
        | signature | writing                          |
        | V4        | name has escapes in lower case   |
        | V4        | name has plain + ! ' ( ) and *   |
        | V4        | name has an escape for its tilde |
        | V4        | name has escapes for its letters |

      @needs:v1
      @needs:presign
      Examples:
        | signature     | writing                          |
        | V1 in its URL | name has escapes in lower case   |
        | V1 in its URL | name has plain + ! ' ( ) and *   |
        | V1 in its URL | name has an escape for its tilde |
        | V1 in its URL | name has escapes for its letters |

      @needs:v4
      @needs:presign
      Examples:
        | signature     | writing                          |
        | V4 in its URL | name has escapes in lower case   |
        | V4 in its URL | name has plain + ! ' ( ) and *   |
        | V4 in its URL | name has an escape for its tilde |
        | V4 in its URL | name has escapes for its letters |

  @AUTH-58
  @needs:v4
  @needs:presign
  Rule: A V4 URL signs the headers that x-oss-additional-headers names
    — Signature V4 in a URL

    Scenario: Signed headers that arrive unchanged are accepted
      Given a resource
      And a request signed by V4 in its URL
      And a request whose Host and User-Agent are signed
      When the owner reads the resource
      Then the store accepts

    Scenario: A signed header changed in transit is refused
      Given a resource
      And a request signed by V4 in its URL
      And a request whose User-Agent is signed
      And a request whose User-Agent is changed after signing
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"

    Scenario: A signed header left out in transit is refused
      Given a resource
      And a request signed by V4 in its URL
      And a request whose User-Agent is signed
      And a request whose User-Agent is left out after signing
      When the owner reads the resource
      Then the store refuses

    Scenario: An unsigned header changed in transit is accepted
      Given a resource
      And a request signed by V4 in its URL
      And a request whose User-Agent is changed after signing
      When the owner reads the resource
      Then the store accepts

    Scenario: Parameters in any order are accepted
      Given a resource
      And a request signed by V4 in its URL
      And a request with the query "zebra=black and white&…&Ä=1+1"
      When the owner reads the resource
      Then the store accepts

  @AUTH-59
  Rule: Access key ids and secrets are case-sensitive in every signature
    — Signature V1 in the header, notes

    Scenario Outline: By <signature>, an access key id with its case swapped is unknown
      Given a resource
      And a request signed by <signature>
      And a request whose access key id has its case swapped
      When the owner reads the resource
      Then the store refuses with 403 "InvalidAccessKeyId"

      @needs:v4
      Examples:
        | signature |
        | V4        |

      @needs:v1
      @needs:presign
      Examples:
        | signature     |
        | V1 in its URL |

      @needs:v4
      @needs:presign
      Examples:
        | signature     |
        | V4 in its URL |

    Scenario Outline: By <signature>, a secret with its case swapped signs nothing valid
      Given a resource
      And a request signed by <signature>
      And a request whose secret has its case swapped
      When the owner reads the resource
      Then the store refuses with 403 "SignatureDoesNotMatch"

      @needs:v4
      Examples:
        | signature |
        | V4        |

      @needs:v1
      @needs:presign
      Examples:
        | signature     |
        | V1 in its URL |

      @needs:v4
      @needs:presign
      Examples:
        | signature     |
        | V4 in its URL |
