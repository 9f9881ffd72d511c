import { Argument, type Command } from "commander";
import { type Host, write } from "../host";

/** A command with what can follow it; `path` is "" for the program itself. */
type Place = { path: string; words: { word: string; help: string }[] };

const oneLine = (text: string) => text.split("\n")[0] ?? "";
const isShown = (command: Command) => !command.name().startsWith("__");

function placesOf(command: Command, path = ""): Place[] {
  const commands = command.commands.filter(isShown);
  const words = [
    ...commands.map((one) => ({ word: one.name(), help: oneLine(one.summary() || one.description()) })),
    ...command.options.map((one) => ({ word: one.long ?? one.short ?? "", help: oneLine(one.description) })),
    { word: "--help", help: "say more" },
  ];
  const below = commands.flatMap((one) => placesOf(one, path === "" ? one.name() : `${path} ${one.name()}`));
  return [{ path, words }, ...below];
}

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
const cases = (places: Place[], line: (place: Place) => string) =>
  places.map((place) => `    ${quote(place.path)}) ${line(place)} ;;`).join("\n");

/** What stands on the line that are commands, in both shells that have arrays. */
const COMMANDS_SO_FAR = (known: string) => `  local path="" word
  for word in "\${words[@]:1:$((current - 1))}"; do
    case " ${known} " in
      *"|\${path:+$path }$word|"*) path="\${path:+$path }$word" ;;
    esac
  done`;

const knownPaths = (places: Place[]) => places.map(({ path }) => `|${path}|`).join(" ");

function bash(places: Place[]): string {
  const each = cases(places, ({ words }) => `all=${quote(words.map(({ word }) => word).join(" "))}`);
  return `# latchkey: source <(latchkey completion bash)
_latchkey() {
  local words=("\${COMP_WORDS[@]}") current=$COMP_CWORD all=""
${COMMANDS_SO_FAR(knownPaths(places))}
  case "$path" in
${each}
  esac
  COMPREPLY=()
  case "$2" in
    -*) ;;
    *) [ "\${all%%-*}" = "" ] && { COMPREPLY=($(compgen -f -- "$2")); return; } ;;
  esac
  COMPREPLY=($(compgen -W "$all" -- "$2"))
}
complete -o filenames -F _latchkey latchkey
`;
}

function zsh(places: Place[]): string {
  const entry = ({ word, help }: Place["words"][number]) => quote(`${word.replaceAll(":", "\\:")}:${help}`);
  const each = cases(places, ({ words }) => `all=(${words.map(entry).join(" ")})`);
  return `#compdef latchkey
# latchkey: source <(latchkey completion zsh), or a file _latchkey in a folder of $fpath
_latchkey() {
  local -a all
  local path_="" word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case ${quote(knownPaths(places))} in
      *"|\${path_:+$path_ }$word|"*) path_="\${path_:+$path_ }$word" ;;
    esac
  done
  case "$path_" in
${each}
  esac
  _describe 'latchkey' all
  _files
}
# As a file of $fpath this is the function itself, run for the first time.
if [ "$funcstack[1]" = "_latchkey" ]; then _latchkey "$@"; else compdef _latchkey latchkey; fi
`;
}

function fish(places: Place[]): string {
  const lines = places.flatMap(({ path, words }) =>
    words.map(({ word, help }) => {
      const what = word.startsWith("--") ? `-l ${word.slice(2)}` : `-f -a ${word}`;
      return `complete -c latchkey -n '__latchkey_at ${quote(path).replaceAll("'", '"')}' ${what} -d ${quote(help)}`;
    }),
  );
  return `# latchkey: latchkey completion fish | source
function __latchkey_at
  set -l path ""
  for word in (commandline -opc)[2..-1]
    set -l next (string trim -- "$path $word")
    if contains -- $next ${places
      .filter(({ path }) => path !== "")
      .map(({ path }) => quote(path))
      .join(" ")}
      set path $next
    end
  end
  test "$path" = "$argv[1]"
end
${lines.join("\n")}
`;
}

const SHELLS: Readonly<Record<string, (places: Place[]) => string>> = { bash, zsh, fish };

/** `latchkey completion bash|zsh|fish`. */
export function addCompletionCommand(program: Command, host: Host): void {
  program
    .command("completion")
    .description("print a completion script for your shell")
    .addArgument(new Argument("<shell>").choices(Object.keys(SHELLS)))
    .addHelpText(
      "after",
      "\nExample:\n  latchkey completion bash > ~/.local/share/bash-completion/completions/latchkey",
    )
    .action((shell: string) => write(host, SHELLS[shell]?.(placesOf(program)) ?? ""));
}
