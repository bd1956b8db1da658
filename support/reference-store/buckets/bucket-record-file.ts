import { UnreadableData } from '../storage/unreadable-data.ts';
import type { BucketRecord, BucketSettings } from './bucket-record.ts';
import type { BucketSetting } from './bucket-setting.ts';
import { isJsonObject, parseJson } from '../json-text.ts';

export function writeBucketRecord(record: BucketRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/**
 * `known` are the settings this store can apply. A record with another one is refused: the store would otherwise serve
 * the bucket as if its owner had not set it.
 *
 * @throws UnreadableData naming the file, where it does not hold a bucket record
 */
export function readBucketRecord(text: string, path: string, known: readonly BucketSetting<unknown>[]): BucketRecord {
  const fault = (): UnreadableData =>
    new UnreadableData(`${path} is not a bucket record; restore it from a copy or remove it`);
  const value = parseJson(text);
  if (!isJsonObject(value)) throw fault();
  const { name, owner, createdAt, storageClass, dataRedundancyType, settings = {}, ...olderSettings } = value;
  const created = typeof createdAt === 'string' ? new Date(createdAt) : new Date(Number.NaN);
  if (
    typeof name !== 'string' ||
    typeof owner !== 'string' ||
    typeof storageClass !== 'string' ||
    typeof dataRedundancyType !== 'string' ||
    Number.isNaN(created.getTime()) ||
    !isJsonObject(settings)
  )
    throw fault();
  const read = Object.entries({ ...fromOlderVersion(olderSettings), ...settings }).map(([settingName, stored]) => {
    const setting = known.find((one) => one.name === settingName);
    if (setting === undefined)
      throw new UnreadableData(
        `${path} has the setting "${settingName}", which this version does not know; use the version that wrote it, or remove the setting`,
      );
    const settingValue = setting.read(stored);
    if (settingValue === undefined) throw fault();
    return [settingName, settingValue] as const;
  });
  const common = { name, owner, createdAt: created, storageClass, dataRedundancyType };
  return { ...common, settings: Object.fromEntries(read) };
}

/** Before `settings`, each setting was a field of the record, and `null` if it was not set. */
function fromOlderVersion(fields: BucketSettings): BucketSettings {
  return Object.fromEntries(Object.entries(fields).filter(([, stored]) => stored !== null));
}
