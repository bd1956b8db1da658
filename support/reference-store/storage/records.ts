/** Records of one kind, each under a name. */
export interface Records<T> {
  /** Replaces the record of that name, completely or not at all. */
  write(name: string, record: T): Promise<void>;
  /** Throws DamagedRecordError. */
  read(name: string): Promise<T | undefined>;
  readAll(): Promise<FoundRecords<T>>;
  /** Removes the records that exist, in the given order. */
  remove(names: readonly string[]): Promise<void>;
}

export interface FoundRecords<T> {
  readonly records: ReadonlyMap<string, T>;
  /** Names of the records whose files are damaged. */
  readonly damaged: readonly string[];
}

/** The records of a store that keeps nothing: it needs no files, which take most of the time of a small request. */
export class RecordsInMemory<T> implements Records<T> {
  readonly #records = new Map<string, T>();

  async write(name: string, record: T): Promise<void> {
    this.#records.set(name, record);
  }

  async read(name: string): Promise<T | undefined> {
    return this.#records.get(name);
  }

  async readAll(): Promise<FoundRecords<T>> {
    return { records: new Map(this.#records), damaged: [] };
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) this.#records.delete(name);
  }
}
