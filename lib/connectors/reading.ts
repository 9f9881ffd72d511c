/** How the records of an endpoint are read, as data: one reader makes every request from it, and no connector has code. */
export type Reading = {
  /**
   * Where the records are in the answer: "calls", or with dots between the keys, "data.users". What is there is a list
   * of records or one record; one `*` stands for each entry of a list that wraps its records, "results.*.call". Several
   * where the provider's documentation and its answers spell it differently.
   */
  records: readonly string[];
  /** Path of what tells a record from all others of the endpoint. */
  key: string;
  /**
   * Paths of what is about people, which a preview masks. One that ends at an object means all of it; `*` is each entry.
   * Where not all of a record is documented, keys behind `!` are all that a preview shows: "!id".
   */
  personalFields: readonly string[];
  paging: Paging;
  /** What makes the order ascending by the field of `range`. */
  order?: Record<string, string>;
  /** A time that can be asked for from and to. With `order` the endpoint is read by it, and offsets serve ties alone. */
  range?: TimeRange;
  /** What asks for records that changed since a time: incremental reading. No upper end, so that the set only grows. */
  changed?: { after: string; overlapSeconds: number; unit?: TimeRange["unit"] };
  /** What the provider wants with each request and nobody chooses. */
  fixed?: Readonly<Record<string, string>>;
  /** The endpoint is asked once for each record of another one, unless the parameter that names one is given. */
  each?: Each;
  /** What this provider's answers mean where that is not what everyone's mean; the first that fits counts. */
  answers?: readonly AnswerRule[];
};

export type Each = {
  /** The endpoint of the same connector that lists what is asked for: its records are the parents. */
  endpoint: string;
  /** Path of what names a parent in its record, and the parameter that takes it. */
  field: string;
  as: string;
  /** How many are asked for at once. */
  parallel: number;
  /** Parameters that say which parents: they are the parents' own too, and sent there alone. */
  filters: readonly string[];
};

/** What a page's size is asked with. `max` is the provider's, `default` is what the reader begins with. */
export type PageSize = { parameter: string; default: number; max: number; min: number };

export type Paging = {
  /** Path of the provider's own word whether more follows: true or false. */
  more?: string;
  /** The same of a provider that says it the other way around: true where nothing follows. */
  ends?: string;
  /** Path of how many records there are. */
  total?: string;
  /** A switch that makes the provider count, which costs it time: on for the first page of a read and off behind it. */
  counted?: string;
} & (
  | { kind: "none" }
  /** `ceiling` is the largest offset that the provider takes. */
  | { kind: "offset"; parameter: string; size: PageSize; ceiling?: number }
  /** `last` is the largest number of a page that the provider takes. */
  | { kind: "page"; parameter: string; first: number; last?: number; size?: PageSize }
  /** With `alone` what a read begins with is asked for once, and behind that the token stands for it. */
  | { kind: "token"; at: AnswerPlace | { record: string }; parameter: string; size?: PageSize; alone?: true }
  /** Followed only where it leads to the origin that was asked. */
  | { kind: "link"; at: AnswerPlace; size?: PageSize }
);

/** Where an answer says it: at a path of the body, or in a header. */
export type AnswerPlace = { body: string } | { header: string };

export type TimeRange = {
  /** Path of the time in a record. */
  field: string;
  /** The parameters that say from when and to when. */
  after: string;
  before: string;
  /** How a time is written in them. */
  unit: "iso" | "seconds" | "milliseconds";
  /** Whether a record of that very time belongs to what is asked for. The reader is right either way. */
  boundary: "inclusive" | "exclusive" | "unknown";
  /** How far back each page is asked from the last record's time: no less than what the provider tells times apart by. */
  overlapSeconds: number;
  /** Records lie ahead too and may be moved there: what is to come is read by itself, and whole each time. */
  moves?: true;
};

export type AnswerRule = {
  status: number;
  /** Any of these in the body; without any, each answer of the status. */
  words?: readonly string[];
  /** `ignore` takes the answer for an empty page. */
  act: AnswerAct;
};

/** What the reader does upon an answer. */
export type AnswerAct = "retry" | "wait" | "smaller" | "ignore" | "stop";
