import type { Method } from "./method-dto";

/** An operation in a list. */
export type OperationLinkDto = { id: string; method: Method; path: string; summary: string };

/** What some operations are about. */
export type OperationGroupDto = { name: string; about: string; operations: OperationLinkDto[] };

/** A field of a body or an answer; one that lies deeper has the path to it as its name: `diagnostic.checkId`. */
export type FieldDto = { name: string; type: string; isRequired: boolean; description: string };

export type ParameterDto = FieldDto & {
  in: "path" | "query" | "header";
  /** What can be chosen, where it is not typed. */
  choices?: string[];
  example?: string;
};

export type ProblemDto = { status: number; code: string; meaning: string };

export type SampleDto = { id: "curl" | "node" | "python"; label: string; text: string };

/** Who can call an operation: a token or a person, a person alone, or anyone. */
export type AccessDto = "token" | "person" | "anyone";

/** All that the reference page tells of an operation. */
export type OperationDto = OperationLinkDto & {
  tag: string;
  description?: string;
  access: AccessDto;
  /** The scope of a token, or the right of a person; absent where it takes none. */
  permission?: string;
  /** Who has that right. */
  roles: string[];
  parameters: ParameterDto[];
  body?: { fields: FieldDto[]; example: string };
  answer: { status: number; types: string[]; isList: boolean; fields: FieldDto[] };
  problems: ProblemDto[];
  /** Empty where no program can call it. */
  samples: SampleDto[];
};
