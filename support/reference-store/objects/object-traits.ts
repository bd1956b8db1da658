/** Who may do what with an object; `default` leaves it to the bucket. */
export const objectAcls = ['default', 'private', 'public-read', 'public-read-write'] as const;
export type ObjectAcl = (typeof objectAcls)[number];

export const storageClasses = ['Standard', 'IA', 'Archive', 'ColdArchive', 'DeepColdArchive'] as const;
export type StorageClass = (typeof storageClasses)[number];

/** What an upload may choose for its object besides the stored headers; absent where it is silent. */
export interface ObjectTraits {
  readonly acl?: ObjectAcl;
  readonly storageClass?: StorageClass;
}
