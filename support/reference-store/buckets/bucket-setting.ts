import type { Refusal } from '../errors/refusal.ts';
import type { HeaderPair } from '../http/store-request.ts';
import type { XmlElement } from '../xml/element.ts';
import type { BucketRecord, BucketSettings, BucketView } from './bucket-record.ts';

interface SettingsHolder {
  readonly settings: BucketSettings;
}

/** A setting of a bucket, such as its encryption rule. */
export class BucketSetting<Value> {
  readonly name: string;
  /** The value behind the stored JSON; `undefined` if it has another shape. */
  readonly read: (stored: unknown) => Value | undefined;

  constructor(name: string, read: (stored: unknown) => Value | undefined) {
    this.name = name;
    this.read = read;
  }

  /** `null` if it is not set. */
  of({ settings }: SettingsHolder): Value | null {
    // Only `set` and `read` put a value under this name.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- for that reason
    return (settings[this.name] as Value | undefined) ?? null;
  }

  /** A copy with this setting changed; `null` removes it. */
  set<Holder extends SettingsHolder>(holder: Holder, value: Value | null): Holder {
    const { [this.name]: _before, ...others } = holder.settings;
    return { ...holder, settings: value === null ? others : { ...others, [this.name]: value } };
  }
}

/** A setting together with its part in the operations on the bucket as a whole. */
export interface OfferedSetting {
  readonly setting: BucketSetting<unknown>;
  /** The value from the headers of a PutBucket. */
  readonly fromPutBucket?: (headers: readonly HeaderPair[]) => BucketSettings | Refusal;
  /** The element in the document of GetBucketInfo; `null` for none. */
  readonly inBucketInfo?: (bucket: BucketRecord, buckets: BucketView) => XmlElement | null;
}
