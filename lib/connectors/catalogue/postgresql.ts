import { defineDatabase } from "../database-connector";
import { monogram } from "../monogram";

/** PostgreSQL. Sources: its documentation of connection strings, error codes, privileges and pg_hba.conf, version 18. */
export const postgresql = defineDatabase({
  kind: "database",
  protocol: "postgresql",
  id: "postgresql",
  name: "PostgreSQL",
  summary: "A database of your own, or one that a cloud runs for you.",
  category: "Databases",
  mark: { tone: "indigo", path: monogram("PG") },
  authentication: {
    noun: "login",
    fields: [
      {
        id: "host",
        label: "Host",
        secret: false,
        kind: "text",
        maxLength: 253,
        format: {
          pattern: "[a-z0-9](?:[a-z0-9.\\-]*[a-z0-9])?",
          words: "has to be a host's name in small letters, without a port.",
          example: "db.example.com",
        },
        help: "You can paste a whole connection string, such as postgres://… or host=….",
        aliases: ["host", "hostname", "server", "pghost", "db host"],
      },
      {
        id: "port",
        label: "Port",
        secret: false,
        kind: "text",
        maxLength: 5,
        optional: true,
        format: {
          pattern: "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]",
          words: "has to be a number from 1 to 65535.",
          example: "5432",
        },
        help: "5432 if you leave it empty.",
        aliases: ["port", "pgport", "db port"],
      },
      {
        id: "database",
        label: "Database",
        secret: false,
        kind: "text",
        maxLength: 63,
        help: "Its name, exactly as it was created.",
        aliases: ["database", "dbname", "db", "pgdatabase", "db name"],
      },
      {
        id: "user",
        label: "User",
        secret: false,
        kind: "text",
        maxLength: 128,
        help: "A user that may only read what you need is best.",
        aliases: ["user", "username", "pguser", "db user", "role"],
      },
      {
        id: "password",
        label: "Password",
        secret: true,
        help: "Sent over TLS alone, once the server's certificate proved its name.",
        aliases: ["password", "pgpassword", "db password", "pass"],
      },
    ],
    login: {
      schemes: ["postgres", "postgresql"],
      host: "host",
      port: "port",
      defaultPort: 5432,
      database: "database",
      user: "user",
      password: "password",
    },
    guide: {
      steps: [
        "Create a user for this alone: CREATE ROLE reader LOGIN PASSWORD '…'.",
        "Let it read what you need: GRANT USAGE ON SCHEMA and GRANT SELECT ON TABLES.",
        "Copy the connection string from your provider's console, and paste it into any field here.",
      ],
      roles: "Only those who may create roles, or who have a user's password, can do this.",
      warnings: [
        "TLS is always verified, like sslmode=verify-full: a weaker sslmode isn't used.",
        "The server has to let this server's address in (pg_hba.conf, or your cloud's firewall).",
        "We only verify the login: no tables are read yet.",
      ],
    },
    refusal: {
      causes: [
        "The password was changed, or belongs to another user.",
        "There is no such user.",
        "The user's password expired (VALID UNTIL).",
      ],
      nextStep: "Set a new password for the user (ALTER ROLE … PASSWORD …) and enter it here.",
    },
  },
  limits: [],
});
