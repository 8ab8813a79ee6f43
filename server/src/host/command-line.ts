// Reads the server's command line: which way it talks to its client.
// Pure, so that wrong use is tested without starting a process.

/** How the server is to talk. */
export type Transport =
  | { readonly kind: "stdio" }
  | { readonly kind: "node-ipc" }
  | { readonly kind: "socket"; readonly port: number };

/** What a command line asks for. */
export type CommandLine =
  | { readonly run: "serve"; readonly transport: Transport }
  | { readonly run: "help" | "version" }
  | { readonly run: "refuse"; readonly message: string };

/** The text of `--help`. */
export const HELP = `Usage: kb-language-server --stdio | --node-ipc | --socket=PORT

A language server for Knowledge Base articles. It is started by an editor and talks
the Language Server Protocol with it.

  --stdio         over standard input and output
  --node-ipc      over the channel of a Node.js parent process
  --socket=PORT   over a connection to PORT on this computer, where the editor listens
  --version       print the version
  --help          print this text
`;

const LARGEST_PORT = 65535;

/** Reads the arguments behind the program's name. */
export function readCommandLine(args: readonly string[]): CommandLine {
  if (args.includes("--help") || args.includes("-h")) return { run: "help" };
  if (args.includes("--version")) return { run: "version" };
  const transports: Transport[] = [];
  for (const { name, value } of options(args)) {
    // Clients add it to every command line; the protocol library reads it by itself.
    if (name === "--clientProcessId") continue;
    const transport = transportOf(name, value);
    if (!transport) return refuse(name === "--socket" ? `not a port: ${value}` : `unknown argument: ${name}`);
    transports.push(transport);
  }
  const [transport] = transports;
  if (!transport) return refuse("no way to talk to an editor is given");
  return transports.length > 1 ? refuse("more than one way to talk is given") : { run: "serve", transport };
}

interface Option {
  readonly name: string;
  readonly value: string;
}

const WITH_VALUE: ReadonlySet<string> = new Set(["--clientProcessId", "--socket"]);

// `--name=value`, or `--name value` for the options that have one.
function options(args: readonly string[]): Option[] {
  const found: Option[] = [];
  for (let at = 0; at < args.length; at++) {
    const [name = "", inline] = (args[at] ?? "").split("=", 2);
    const follows = inline === undefined && WITH_VALUE.has(name);
    found.push({ name, value: inline ?? (follows ? (args[++at] ?? "") : "") });
  }
  return found;
}

function transportOf(name: string, value: string): Transport | undefined {
  if (name === "--stdio" && value === "") return { kind: "stdio" };
  if (name === "--node-ipc" && value === "") return { kind: "node-ipc" };
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  return name === "--socket" && port > 0 && port <= LARGEST_PORT ? { kind: "socket", port } : undefined;
}

function refuse(message: string): CommandLine {
  return { run: "refuse", message };
}
