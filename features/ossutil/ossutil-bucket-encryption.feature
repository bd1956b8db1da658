Feature: ossutil bucket-encryption
  The ossutil command that sets, reads and deletes a bucket's rule. These rules
  judge the program: its output, its exit code and its requests. A mock store gives
  the answers if the rule is about how the program reads them.

  @CLI-01
  Rule: --method put, get and delete set, read and delete the rule
    — ossutil bucket-encryption, 命令格式 (command format)

    Scenario: put sets the rule
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm AES256"
      Then it exits with 0
      And the bucket's encryption rule is AES256

    Scenario: get prints the rule and leaves it
      Given a bucket whose encryption rule is AES256
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And it prints the rule
        | SSEAlgorithm | AES256 |
      And the bucket's encryption rule is unchanged

    Scenario: delete removes the rule and leaves the bucket
      Given a bucket whose encryption rule is AES256
      When ossutil 1.x runs "bucket-encryption --method delete oss://examplebucket"
      Then it exits with 0
      And the bucket has no encryption rule
      And the bucket still exists

  @CLI-02
  Rule: --sse-algorithm names KMS or AES256
    The Chinese page and the help text also list SM4.
    — ossutil bucket-encryption, 参数说明 (parameters)

    Scenario Outline: <algorithm> becomes the bucket's algorithm
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm <algorithm>"
      Then it exits with 0
      And the bucket's encryption rule holds
        | SSEAlgorithm | <algorithm> |

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

  @CLI-03
  @needs:kms
  Rule: Without --kms-masterkey-id KMS uses the default key
    — ossutil bucket-encryption, 参数说明 (parameters)

    Scenario: The rule names no key
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm KMS"
      Then it exits with 0
      And the bucket's encryption rule holds
        | SSEAlgorithm   | KMS    |
        | KMSMasterKeyID | (none) |

  @CLI-04
  @needs:kms
  @needs:sm4
  Rule: --kms-data-encryption chooses the cipher of the objects under KMS
    — ossutil bucket-encryption (zh), 参数说明 (parameters)

    Scenario: SM4 is set
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm KMS --kms-data-encryption SM4"
      Then it exits with 0
      And the bucket's encryption rule is KMS with SM4 data encryption

    Scenario: SM4 is printed
      Given a bucket whose encryption rule is KMS with SM4 data encryption
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And it prints the line "KMSDataEncryption:SM4"

  @CLI-05
  Rule: The page's examples work as the page says
    They are copied as printed, except for the program's name and the key.
    — ossutil bucket-encryption, 使用示例 (examples)

    Scenario: The AES256 example sets AES256
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm AES256"
      Then it prints the last line "0.856895(s) elapsed"
      And the bucket's encryption rule is AES256

    @needs:kms
    Scenario: The KMS example sets KMS with the key
      Given a bucket
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm KMS --kms-masterkey-id KMS_KEY_ID"
      Then it prints the last line "0.856895(s) elapsed"
      And the bucket's encryption rule holds
        | SSEAlgorithm      | KMS                |
        | KMSMasterKeyID    | (the target's key) |
        | KMSDataEncryption | (none)             |

  @CLI-06
  Rule: A successful change prints only the elapsed time
    — ossutil bucket-encryption, 使用示例 (examples)

    Scenario Outline: <method> prints one line after an empty one
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method <method> oss://examplebucket <options>"
      Then it exits with 0
      And it prints
        """

        0.856895(s) elapsed
        """
      And it prints nothing on stderr

      Examples:
        | method | options                |
        | put    | --sse-algorithm AES256 |
        | delete |                        |

  @CLI-07
  @needs:kms
  Rule: get prints all three elements of a KMS rule, even empty ones
    — ossutil bucket-encryption, 获取Bucket加密配置 (getting the bucket encryption configuration)

    Scenario: KMS without a key prints two empty values
      Given a bucket whose encryption rule is KMS
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And it prints
        """
        SSEAlgorithm:KMS
        KMSMasterKeyID:
        KMSDataEncryption:
        (anything)
        """

  @CLI-08
  Rule: get prints only the algorithm if it is not KMS
    Three empty lines follow the rule, then the elapsed time.
    — ossutil 1.7.19, bucket_encryption.go

    Scenario: AES256 prints one line of the rule
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And it prints
        """
        SSEAlgorithm:AES256



        0.856895(s) elapsed
        """
      And it prints nothing on stderr

  @CLI-09
  Rule: Endpoint and keys may be options after the bucket
    — ossutil bucket-encryption, 通用选项 (common options)

    Scenario: Options after the bucket are used
      Given a bucket
      And no configuration file
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm AES256 -e ENDPOINT -i ACCESS_KEY_ID -k ACCESS_KEY_SECRET"
      Then it exits with 0
      And the bucket's encryption rule is AES256

    Scenario: Options before the bucket are used
      Given a mock store
      When ossutil 1.x runs "bucket-encryption -e ENDPOINT --sse-algorithm AES256 --method put oss://examplebucket"
      Then it exits with 0
      And "PUT /examplebucket/?encryption" reached the store

  @CLI-10
  Rule: The method is put, get or delete in any case
    — ossutil 1.7.19, bucket_encryption.go

    Scenario Outline: <method> sends <sent>
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method <method> oss://examplebucket"
      Then it exits with 0
      And "<sent> /examplebucket/?encryption" reached the store

      Examples:
        | method | sent   |
        | PUT    | PUT    |
        | Get    | GET    |
        | dELETE | DELETE |

    Scenario Outline: "<option>" is refused and nothing is sent
      Given a mock store
      When ossutil 1.x runs "bucket-encryption oss://examplebucket <option>"
      Then it exits with 1
      And it prints the line "Error: <text>"
      And nothing reached the store

      Examples:
        | option        | text                                                         |
        |               | --method value is empty                                      |
        | --method post | --method value is not in the optional value:put\|get\|delete |

  @CLI-11
  Rule: A key with AES256 is refused before a request is sent
    — ossutil 1.7.19, bucket_encryption.go

    Scenario: AES256 with a key is refused and nothing is sent
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm AES256 --kms-masterkey-id 123"
      Then it exits with 1
      And it prints the line "Error: value of option --kms-masterkey-id must be empty if value of option --sse-algorithm is AES256"
      And nothing reached the store

    Scenario Outline: <algorithm> with a key is sent
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm <algorithm> --kms-masterkey-id 123"
      Then it exits with 0
      And "PUT /examplebucket/?encryption" reached the store

      Examples:
        | algorithm |
        | KMS       |
        | aes256    |

  @CLI-12
  Rule: The store judges the algorithm, not the program
    — ossutil 1.7.19, bucket_encryption.go and its test

    Scenario: The store refuses an algorithm it does not know, and the old rule stays
      Given a bucket whose encryption rule is AES256
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm BES356"
      Then it exits with 1
      And it prints a line that begins with "Error: oss: service returned error: StatusCode=400, ErrorCode=InvalidEncryptionAlgorithmError,"
      And the bucket's encryption rule is unchanged

    Scenario: Without an algorithm the element is omitted
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket"
      Then it exits with 0
      And the request carried
        """
        <ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>
        """

  @CLI-13
  Rule: The command takes exactly one argument
    — ossutil 1.7.19, command.go

    Scenario Outline: <arguments> is refused and nothing is sent
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get <arguments>"
      Then it exits with 1
      And it prints the line 'Error: invalid usage of "bucket-encryption" command, reason: the command needs at <bound> 1 argument, please try "help bucket-encryption" for more information'
      And nothing reached the store

      Examples:
        | arguments                               | bound |
        |                                         | least |
        | oss://examplebucket oss://examplebucket | most  |

    Scenario: One argument is accepted
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0

  @CLI-14
  Rule: --retry-times is refused, although the general options list it
    — ossutil 1.7.19, bucket_encryption.go

    Scenario: --retry-times is refused and nothing is sent
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket --retry-times 3"
      Then it exits with 1
      And it prints the line 'Error: invalid usage of "bucket-encryption" command, reason: the command does not support option: "retryTimes", please try "help bucket-encryption" for more information'
      And nothing reached the store

    Scenario: Without --retry-times the same is accepted
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0

  @CLI-15
  Rule: The applicable general options are accepted
    — ossutil 1.7.19, bucket_encryption.go

    Scenario Outline: <option> is accepted
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket <option>"
      Then it exits with 0

      Examples:
        | option               |
        | --region cn-hangzhou |
        | --read-timeout 60    |
        | --connect-timeout 60 |
        | --force-path-style   |
        | --sign-version v1    |
        | --sts-token token    |

  @CLI-16
  Rule: A failure is printed on stdout and exits with 1
    — ossutil 1.7.19, captured runs

    Scenario Outline: <method> prints it once
      Given a mock store that answers 404 with
        """xml
        <Error>
          <Code>NoSuchBucket</Code>
          <Message>The specified bucket does not exist.</Message>
        </Error>
        """
      When ossutil 1.x runs "bucket-encryption --method <method> oss://examplebucket --sse-algorithm KMS"
      Then it exits with 1
      And it prints
        """
        Error: oss: service returned error: StatusCode=404, ErrorCode=NoSuchBucket, ErrorMessage="The specified bucket does not exist.", RequestId=5C1B138A109F4E405B2D8AEF
        """
      And it prints nothing on stderr

      Examples:
        | method |
        | put    |
        | delete |

    Scenario: get prints it twice
      Given a mock store that answers 404 with
        """xml
        <Error>
          <Code>NoSuchBucket</Code>
          <Message>The specified bucket does not exist.</Message>
        </Error>
        """
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 1
      And it prints
        """
        GetBucketEncryption error,info:oss: service returned error: StatusCode=404, ErrorCode=NoSuchBucket, ErrorMessage="The specified bucket does not exist.", RequestId=5C1B138A109F4E405B2D8AEF
        Error: oss: service returned error: StatusCode=404, ErrorCode=NoSuchBucket, ErrorMessage="The specified bucket does not exist.", RequestId=5C1B138A109F4E405B2D8AEF
        """
      And it prints nothing on stderr

  @CLI-17
  Rule: A store's error is printed with status, code, message, request id, endpoint and EC
    Endpoint and EC are printed only if the store sent them.
    — Go SDK, ServiceError; ossutil 1.7.19, captured runs

    Scenario: An EC is printed
      Given a mock store that answers 404 with
        """xml
        <Error>
          <Code>NoSuchServerSideEncryptionRule</Code>
          <Message>The server side encryption configuration was not found.</Message>
          <EC>0005-00000004</EC>
        </Error>
        """
      When ossutil 1.x runs "bucket-encryption --method delete oss://examplebucket"
      Then it exits with 1
      And it prints
        """
        Error: oss: service returned error: StatusCode=404, ErrorCode=NoSuchServerSideEncryptionRule, ErrorMessage="The server side encryption configuration was not found.", RequestId=5C1B138A109F4E405B2D8AEF, Ec=0005-00000004
        """

    Scenario: An endpoint is printed
      Given a mock store that answers 403 with
        """xml
        <Error>
          <Code>AccessDenied</Code>
          <Message>Use the specified endpoint.</Message>
          <Endpoint>oss-cn-shanghai.aliyuncs.com</Endpoint>
        </Error>
        """
      When ossutil 1.x runs "bucket-encryption --method delete oss://examplebucket"
      Then it exits with 1
      And it prints
        """
        Error: oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage="Use the specified endpoint.", RequestId=5C1B138A109F4E405B2D8AEF, Endpoint=oss-cn-shanghai.aliyuncs.com
        """

    Scenario: A body that is not an error document is reported as invalid
      Given a mock store that answers 501 with
        """html
        <html>nope</html>
        """
      When ossutil 1.x runs "bucket-encryption --method delete oss://examplebucket"
      Then it exits with 1
      And it prints
        """
        Error: oss: service returned invalid response body, status = 501 Not Implemented, RequestId = 5C1B138A109F4E405B2D8AEF
        """

  @CLI-18
  Rule: An unknown command is refused by name
    — ossutil 1.7.19, command_manager.go

    Scenario: An unknown command is refused and nothing is sent
      Given a mock store
      When ossutil 1.x runs "bucket-encription --method get oss://examplebucket"
      Then it exits with 1
      And it prints the line 'Error: no such command: "bucket-encription", please try "help" for more information'
      And nothing reached the store

  @CLI-19
  Rule: The command line overrides the configuration file
    -e also disables the endpoints of single buckets in the file.
    — ossutil 1.7.19, command.go

    Scenario Outline: The access key id of <option> is used
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket <option> FROMTHELINE"
      Then it exits with 0
      And the request carried
        | Authorization | OSS FROMTHELINE:… |

      Examples:
        | option          |
        | -i              |
        | --access-key-id |

    Scenario Outline: The endpoint of <option> is used, even for a bucket with its own endpoint
      Given a mock store
      And the configuration file
        """
        [Credentials]
        endpoint=http://127.0.0.1:1
        accessKeyID=ACCESS_KEY_ID
        accessKeySecret=ACCESS_KEY_SECRET
        [Bucket-Endpoint]
        examplebucket=http://127.0.0.1:1
        """
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket <option> ENDPOINT"
      Then it exits with 0

      Examples:
        | option     |
        | -e         |
        | --endpoint |

    Scenario Outline: The token of <option> is sent
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket <option> FROMTHELINE"
      Then it exits with 0
      And the request carried
        | X-Oss-Security-Token | FROMTHELINE |

      Examples:
        | option      |
        | -t          |
        | --sts-token |

  @CLI-20
  Rule: The configuration file is INI with alternative names for its keys
    Key names are case-insensitive.
    — ossutil 1.7.19, config_helper.go

    Scenario Outline: The keys <endpoint>, <id> and <secret> are read
      Given a mock store
      And the configuration file
        """
        [Credentials]
        <endpoint> = ENDPOINT
        <id> = ACCESS_KEY_ID
        <secret> = ACCESS_KEY_SECRET
        """
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And the request carried
        | Authorization | OSS AKIDEXAMPLE:… |

      Examples:
        | endpoint | id            | secret            |
        | endpoint | accessKeyID   | accessKeySecret   |
        | HOST     | access_key_id | access_key        |
        | Endpoint | access-id     | ACCESS_KEY_secret |

    Scenario: A bucket may have its own endpoint
      Given a mock store
      And the configuration file
        """
        [Credentials]
        endpoint=http://127.0.0.1:1
        accessKeyID=ACCESS_KEY_ID
        accessKeySecret=ACCESS_KEY_SECRET
        [Bucket-Endpoint]
        examplebucket=ENDPOINT
        """
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0

  @CLI-21
  Rule: Without a configuration file and connection options nothing is sent
    — ossutil 1.7.19, config_helper.go

    Scenario: Without file and options nothing is sent
      Given a mock store
      And no configuration file
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 1
      And it prints a line that begins with "Error: Read config file error: "
      And nothing reached the store

    Scenario: Options without a file are enough
      Given a mock store
      And no configuration file
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket -e ENDPOINT -i ACCESS_KEY_ID -k ACCESS_KEY_SECRET"
      Then it exits with 0

  @CLI-22
  Rule: A missing endpoint, key id or secret is refused before a request is sent
    — ossutil 1.7.19, command.go

    Scenario Outline: <options> is not enough
      Given a mock store
      And no configuration file
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket <options>"
      Then it exits with 1
      And it prints the line "Error: <text>"
      And nothing reached the store

      Examples:
        | options                               | text                                                                        |
        | -i ACCESS_KEY_ID -k ACCESS_KEY_SECRET | invalid endpoint, endpoint is empty, please check your config               |
        | -e ENDPOINT -k ACCESS_KEY_SECRET      | accessKeyID and ecsUrl are both empty                                       |
        | -e ENDPOINT -i ACCESS_KEY_ID          | invalid accessKeySecret, accessKeySecret is empty, please check your config |

  @CLI-23
  Rule: Requests are signed by V1 unless --sign-version says v4, which needs --region
    — ossutil 1.7.19, command.go

    Scenario: V1 is the default
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 0
      And the request carried
        | Authorization | OSS AKIDEXAMPLE:… |

    Scenario: V4 with a region is used
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket --sign-version v4 --region cn-hangzhou"
      Then it exits with 0
      And the request carried
        | Authorization | OSS4-HMAC-SHA256 Credential=AKIDEXAMPLE/… |

    Scenario: V4 without a region is refused and nothing is sent
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket --sign-version v4"
      Then it exits with 1
      And it prints the line "Error: In the v4 signature scenario, please enter the region"
      And nothing reached the store

  @CLI-24
  Rule: --loglevel is info or debug
    — ossutil 1.7.19, command_manager.go

    Scenario: Any other level is refused and nothing is sent
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket --loglevel trace"
      Then it exits with 1
      And it prints the line "Error: loglevel must be:info|debug"
      And nothing reached the store

    Scenario: info is accepted
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket --loglevel info"
      Then it exits with 0
      And it prints the last line "0.856895(s) elapsed"

  @CLI-25
  Rule: --force-path-style keeps the bucket in the path of a host name
    — ossutil 1.7.19, option.go

    Scenario: A host name keeps the bucket in the path
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket -e HOST_NAME_ENDPOINT --force-path-style"
      Then it exits with 0
      And "GET /examplebucket/?encryption" reached the store

  @CLI-27
  Rule: Reading a rule that was deleted fails
    — ossutil 1.7.19, TestBucketEncryptionDeleteSuccess

    Scenario: get after a deletion fails
      Given a bucket whose encryption rule was deleted
      When ossutil 1.x runs "bucket-encryption --method get oss://examplebucket"
      Then it exits with 1
      And it prints a line that begins with "Error: oss: service returned error: StatusCode=404, ErrorCode=NoSuchServerSideEncryptionRule,"

  @CLI-29
  @needs:v4
  Rule: ossutil 2.x sets the rule by api put-bucket-encryption
    — ossutil 2.x, put-bucket-encryption

    Scenario: A rule given as XML is set
      Given a bucket
      When ossutil 2.x runs "api put-bucket-encryption --bucket examplebucket --server-side-encryption-rule <ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm><KMSMasterKeyID></KMSMasterKeyID></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>"
      Then it exits with 0
      And the bucket's encryption rule is AES256

    Scenario: A rule in a file is set
      Given a bucket
      And the file "rule.xml"
        """xml
        <ServerSideEncryptionRule>
          <ApplyServerSideEncryptionByDefault>
            <SSEAlgorithm>AES256</SSEAlgorithm>
          </ApplyServerSideEncryptionByDefault>
        </ServerSideEncryptionRule>
        """
      When ossutil 2.x runs "api put-bucket-encryption --bucket examplebucket --server-side-encryption-rule file://rule.xml"
      Then it exits with 0
      And the bucket's encryption rule is AES256

  @CLI-30
  @needs:v4
  Rule: ossutil 2.x prints the rule by api get-bucket-encryption
    — ossutil 2.x, get-bucket-encryption

    Scenario: The rule is printed and stays
      Given a bucket whose encryption rule is AES256
      When ossutil 2.x runs "api get-bucket-encryption --bucket examplebucket"
      Then it exits with 0
      And it prints the rule
        | SSEAlgorithm | AES256 |
      And the bucket's encryption rule is unchanged

  @CLI-31
  @needs:v4
  Rule: ossutil 2.x deletes the rule by api delete-bucket-encryption
    — ossutil 2.x, delete-bucket-encryption

    Scenario: The rule is removed and the bucket stays
      Given a bucket whose encryption rule is AES256
      When ossutil 2.x runs "api delete-bucket-encryption --bucket examplebucket"
      Then it exits with 0
      And the bucket has no encryption rule
      And the bucket still exists

  @CLI-32
  Rule: ossutil 2.x needs a region
    — ossutil 2.x, new features

    Scenario: Without a region nothing is sent
      Given a mock store
      When ossutil 2.x runs "api get-bucket-encryption --bucket examplebucket"
      Then it exits with an error code
      And nothing reached the store

    Scenario: With a region the same is accepted
      Given a mock store
      When ossutil 2.x runs "api get-bucket-encryption --bucket examplebucket --region cn-hangzhou"
      Then it exits with 0
      And the request carried
        | Authorization | OSS4-HMAC-SHA256 Credential=AKIDEXAMPLE/… |

  @CLI-33
  @needs:v4
  Rule: ossutil 2.x takes JSON without the root element
    — ossutil 2.x, put-bucket-encryption (zh)

    Scenario: A rule given as JSON is set
      Given a bucket
      When ossutil 2.x runs 'api put-bucket-encryption --bucket examplebucket --server-side-encryption-rule {"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}'
      Then it exits with 0
      And the bucket's encryption rule is AES256

  @CLI-34
  Rule: Exit code of ossutil 2.x on failure
    — no source

    Scenario: The store refuses
      Given a mock store that answers 403 with
        """

        """
      When ossutil 2.x runs "api get-bucket-encryption --bucket examplebucket --region cn-hangzhou"
      Then its exit code is reported

  @CLI-37
  Rule: put sends a text/plain body without XML declaration and Content-MD5
    — ossutil 1.7.19, captured runs

    Scenario: KMS with a key is sent in a plain body
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method put oss://examplebucket --sse-algorithm KMS --kms-masterkey-id 123"
      Then it exits with 0
      And "PUT /examplebucket/?encryption" reached the store
      And the request carried
        | Content-Type | text/plain; charset=utf-8 |
        | Content-MD5  | (none)                    |
      And the request carried
        """
        <ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>KMS</SSEAlgorithm><KMSMasterKeyID>123</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>
        """

  @CLI-38
  Rule: A success status other than the documented one is a failure
    — ossutil 1.7.19, captured runs

    Scenario Outline: <method> answered with <status> fails
      Given a mock store that answers <status> with
        """

        """
      When ossutil 1.x runs "bucket-encryption --method <method> oss://examplebucket"
      Then it exits with 1
      And it prints the line "Error: <text>"

      Examples:
        | method | status | text                                                                           |
        | put    | 204    | oss: status code from service response is 204 No Content; was expecting 200 OK |
        | delete | 200    | oss: status code from service response is 200 OK; was expecting 204 No Content |
        | get    | 204    | EOF                                                                            |

  @CLI-39
  Rule: An invalid bucket argument is refused before a request is sent
    — ossutil 1.7.19, storage_url.go; Go SDK, CheckBucketName

    Scenario Outline: <argument> is refused and nothing is sent
      Given a mock store
      When ossutil 1.x runs "bucket-encryption --method get <argument>"
      Then it exits with 1
      And it prints the line "Error: <text>"
      And nothing reached the store

      Examples:
        | argument            | text                                                                         |
        | examplebucket       | parameter is not a cloud url,url is examplebucket                            |
        | oss://              | bucket name is empty,url is oss://                                           |
        | oss://ExampleBucket | bucket name ExampleBucket can only include lowercase letters, numbers, and - |
        | oss://eb            | bucket name eb len is between [3-63],now is 2                                |

  @CLI-40
  Rule: Agreement between the raw client, ossutil and an SDK
    Each makes the same calls on its own bucket; the SDK is ali-oss, if installed.
    — the clients on the wire

    Scenario: AES256 is set, read and deleted, and another algorithm refused
      When every client in turn
        | sets    | AES256 |
        | reads   |        |
        | sets    | BES356 |
        | reads   |        |
        | deletes |        |
        | reads   |        |
      Then where the clients differ is reported

    @needs:kms
    Scenario: KMS replaces AES256
      When every client in turn
        | sets  | AES256 |
        | sets  | KMS    |
        | reads |        |
      Then where the clients differ is reported

    Scenario: A bucket that does not exist
      Given a bucket that does not exist
      When every client in turn
        | sets    | AES256 |
        | reads   |        |
        | deletes |        |
      Then where the clients differ is reported
