/** The ACL of an object; `default` uses that of the bucket. */
export const objectAcls = ['default', 'private', 'public-read', 'public-read-write'] as const;
export type ObjectAcl = (typeof objectAcls)[number];

export const storageClasses = ['Standard', 'IA', 'Archive', 'ColdArchive', 'DeepColdArchive'] as const;
export type StorageClass = (typeof storageClasses)[number];

/** The traits that an upload may choose in addition to the stored headers; absent if it does not. */
export interface ObjectTraits {
  readonly acl?: ObjectAcl;
  readonly storageClass?: StorageClass;
}
