/** Which field is what in signing in to a database, and how an address of it begins where people copy one. */
export type DatabaseLogin<FieldId extends string = string> = {
  schemes: readonly string[];
  host: FieldId;
  port: FieldId;
  defaultPort: number;
  database: FieldId;
  user: FieldId;
  password: FieldId;
};
