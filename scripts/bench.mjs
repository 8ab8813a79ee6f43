// `npm run bench`: kblint and the language server beside the physical floor and the peers, in interleaved rounds. Other
// tools do other work on the same files: the tables say what a pass over the archive costs, not who does more.
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { prepareArchive } from "../bench/archive.mjs";
import { benchCommandLine, writeList } from "../bench/cli.mjs";
import { describeArchive } from "../bench/describe.mjs";
import { benchServer } from "../bench/server.mjs";
import { recordIn } from "../bench/table.mjs";
import { ensureInstalled } from "./setup.mjs";

const HELP = `npm run bench -- [OPTIONS]

  --pages N     generate an archive of so many pages (default 5000; the real one has 60335)
  --dir DIR     measure this archive instead
  --times N     with --dir: its pages so many times over, under other numbers (a third of an archive makes a whole one)
  --cli         the command line (default)
  --server      the language server
  --all         both
  --peers       rumdl's server, too (half a minute for 60000 pages)
  --rounds N    how often everything is run (default 5; 3 from 20000 pages on)
  --describe    also what the archive is made of, beside the real one
  --record      put the tables into docs/BENCHMARKS.md
  --no-build    measure dist/ as it is`;

const GOAL_SIZE = 30_000;
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
try {
  const options = readOptions();
  if (options) await main(options);
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
}

function readOptions() {
  const flag = { type: "boolean", default: false };
  const { values } = parseArgs({
    options: {
      pages: { type: "string", default: "5000" },
      dir: { type: "string" },
      times: { type: "string", default: "1" },
      rounds: { type: "string" },
      cli: flag,
      server: flag,
      all: flag,
      peers: flag,
      describe: flag,
      record: flag,
      help: flag,
      "no-build": flag,
    },
  });
  const [pages, rounds, times] = [values.pages, values.rounds ?? "1", values.times].map(Number);
  const areCounts = [pages, rounds, times].every((count) => Number.isInteger(count) && count >= 1);
  const hasOriginal = times === 1 || values.dir !== undefined;
  if (!values.help && areCounts && pages <= 300_000 && hasOriginal) return { ...values, pages, times };
  console.log(HELP);
  process.exitCode = values.help ? 0 : 2;
  return undefined;
}

async function main({ pages, dir, times, rounds, cli, server, all, peers, describe, record, "no-build": asItIs }) {
  await ensureInstalled();
  if (!asItIs) await (await import("./build.mjs")).build();
  const log = (text) => process.stderr.write(`${text}\n`);
  const archive = prepareArchive({ out: join(root, "out", "bench"), pages, dir, times, log });
  writeList(archive.list, archive.files);
  const setting = { root, archive, peers, log, rounds: Number(rounds ?? (archive.files.length > 20_000 ? 3 : 5)) };
  const parts = [headLine(archive, setting.rounds)];
  if (all || cli || !server) parts.push(await benchCommandLine(setting));
  if (all || server) parts.push(await benchServer(setting));
  if (describe) parts.push(describeArchive(archive.folder));
  const text = parts.join("\n\n");
  console.log(`\n${text}`);
  if (record) recordIn(join(root, "docs", "BENCHMARKS.md"), sectionOf(dir, times), text);
}

function sectionOf(dir, times) {
  if (dir === undefined) return "generated archive";
  return times > 1 ? "real pages at the real size" : "real archive";
}

function headLine({ files, bytes }, rounds) {
  const day = new Date().toISOString().slice(0, 10);
  const scale = files.length < GOAL_SIZE ? " The goals are for 60335 pages: starting up weighs more here." : "";
  return `${day}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${rounds} rounds; ${cpus().length} cores, Node ${process.version}.${scale}`;
}
