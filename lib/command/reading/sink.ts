/** How far a read is that was cut: its name, and how many records of it are held. */
export type Place = { readId: string; records: number };

/** Takes records as they come, as bytes of lines. */
export type Sink = {
  /** Whole records that are held. */
  readonly records: number;
  /** Where what is held belongs to; undefined where nothing is. */
  place(): Place | undefined;
  /** A read begins: what was held is of no use. False where it went out, and cannot be taken back. */
  begin(readId: string): Promise<boolean>;
  /** Forgets what lies behind so many records. False where it is out of reach. */
  rewind(records: number): Promise<boolean>;
  /** The next bytes; they may end anywhere. */
  take(chunk: Uint8Array): Promise<void>;
  /** No more bytes follow: all of them were taken. Throws where the last line is cut. */
  end(): Promise<void>;
  /** What was taken is let go, also where the read did not end. */
  close(): Promise<void>;
};
