/** Letters outside ASCII are here on purpose: a reader that splits UTF-8 shows it. */
const FIRST_NAMES = [
  "Adaeze",
  "Anouk",
  "Beatriz",
  "Bram",
  "Chidi",
  "Clara",
  "Dilnoza",
  "Edvard",
  "Elif",
  "Farah",
  "Gwen",
  "Hiroko",
  "Imani",
  "Iñaki",
  "Jonas",
  "Kalina",
  "Leocadia",
  "Mateus",
  "Nadia",
  "Odalys",
  "Per",
  "Quynh",
  "Rasmus",
  "Søren",
  "Tamsin",
  "Ulla",
  "Vikram",
  "Wanjiru",
  "Ximena",
  "Yusuf",
  "Zoë",
  "Żaneta",
] as const;

const LAST_NAMES = [
  "Abernell",
  "Bakkerveld",
  "Castellane",
  "Dunmarrow",
  "Ekelöf",
  "Fairwick",
  "Gallowmere",
  "Hollenbeek",
  "Ivarsen",
  "Jourdaine",
  "Kesslerholt",
  "Lindqvarn",
  "Mbekazi",
  "Northgale",
  "Okonjwa",
  "Petrakova",
  "Quillfeather",
  "Rosenvane",
  "Sundaresh",
  "Thornebury",
  "Umarov",
  "Valkenier",
  "Wexcombe",
  "Yilmazer",
  "Zamorán",
  "Ashdowne",
] as const;

/** Companies that do not exist, each with the host name that its people's addresses carry. */
export const COMPANIES = [
  "Bluefern Logistics",
  "Cobalt Orchard",
  "Drumlin Foods",
  "Emberlake Energy",
  "Fathom & Rye",
  "Glasswing Robotics",
  "Harrowgate Paper",
  "Ironpetal Health",
  "Juniper Freight",
  "Kettlemoor Bank",
  "Larkspur Mobility",
  "Mistral Textiles",
  "Ninebark Insurance",
  "Oxbow Analytics",
  "Pallas Shipping",
  "Quarrystone Labs",
] as const;

const plain = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ø", "o").replaceAll("Ø", "o").toLowerCase();

/** The name of the person with this number. Different numbers may share a name, as people do. */
export function personName(number: number): string {
  const first = FIRST_NAMES[number % FIRST_NAMES.length] ?? "Ada";
  // 7 and 26 have no common divisor, so neighbours in the list differ in both names.
  const last = LAST_NAMES[(number * 7 + Math.floor(number / FIRST_NAMES.length)) % LAST_NAMES.length] ?? "Moor";
  return `${first} ${last}`;
}

/** An address at example.com, which nobody can own. `suffix` makes it the person's alone. */
export function emailOf(name: string, suffix = ""): string {
  return `${plain(name).replaceAll(" ", ".")}${suffix}@example.com`;
}
