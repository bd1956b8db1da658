@needs:objects
Feature: ListObjects
  A listing shows which objects a bucket holds.

  @LSO-04
  Rule: A listing names each object with its size
    — ListObjects, response elements

    Scenario: An object that was uploaded is listed
      Given a bucket
      And the bucket holds an object
      When the owner lists the objects
      Then the store answers 200
      And the answer is XML of the shape
        """xml
        <ListBucketResult>
          <Contents>
            <Key>object</Key>
            <Size>1024</Size>
            <StorageClass>Standard</StorageClass>
          </Contents>
        </ListBucketResult>
        """
