// What a process costs: wall time, processor time, peak memory. On Linux the kernel says so, by GNU time's wait4 where
// that is installed, else by looking at /proc while the process runs; elsewhere only wall time is known.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

const GNU_TIME = "/usr/bin/time";
const hasTime = existsSync(GNU_TIME) && spawnSync(GNU_TIME, ["-f", "%M", "true"]).status === 0;
// Linux counts processor time in hundredths of a second, whatever the kernel's own tick.
const TICKS = 100;

/** Processor seconds and memory in MB (now and at most) of a living process; undefined where the system does not say. */
export function usageOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name in brackets may hold blanks, so fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    const megabytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? Number.NaN) / 1024;
    return {
      cpu: (Number(fields[11]) + Number(fields[12])) / TICKS,
      rss: megabytes("VmRSS"),
      peak: megabytes("VmHWM"),
    };
  } catch {
    return undefined;
  }
}

// Above this share of the machine's processor time spent by others, figures say more about them than about us.
const LOUD = 0.1;

/** Watches how much processor time goes to programs that are not measured. */
export class Bystanders {
  #busy = busySeconds();
  #began = performance.now();
  #ownBegan = process.cpuUsage();

  /** The share of all cores' time that others took since the start, when the measured programs took `measured` seconds. */
  share(measured) {
    const { user, system } = process.cpuUsage(this.#ownBegan);
    const others = busySeconds() - this.#busy - measured - (user + system) / 1e6;
    return Math.max(0, others) / (((performance.now() - this.#began) / 1000) * cpus().length);
  }
}

/** Whether so large a share of the machine went to others that no verdict can be given. */
export function isLoud(share) {
  return !(share <= LOUD);
}

function busySeconds() {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000;
}

/**
 * Runs a program to its end, its output going to a file.
 * Resolves with `{ wall, cpu, peak, others }` in seconds and MB, `others` the share of the machine that others took; throws where the program ends with more than 1.
 */
export async function runMeasured({ name, program, args, output, cwd }) {
  const report = join(tmpdir(), `kb-bench-${process.pid}.txt`);
  const timed = hasTime ? [GNU_TIME, ["-f", "%U %S %M", "-o", report, program, ...args]] : [program, args];
  const sink = output ? openSync(output, "w") : "ignore";
  const bystanders = new Bystanders();
  const started = performance.now();
  const child = spawn(...timed, { stdio: ["ignore", sink, "pipe"], cwd });
  const errors = [];
  child.stderr.on("data", (chunk) => errors.push(chunk));
  const watch = hasTime ? undefined : watchProcess(child.pid);
  const status = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const wall = (performance.now() - started) / 1000;
  if (output) closeSync(sink);
  if (status === null || status > 1)
    throw new Error(`${name} ended with ${status}: ${Buffer.concat(errors).toString().slice(0, 2000)}`);
  const used = watch ? watch.end() : readReport(report);
  return { wall, ...used, others: bystanders.share(used.cpu) };
}

function readReport(file) {
  // GNU time writes "Command exited with non-zero status 1" before the figures.
  const [user, system, kilobytes] = readFileSync(file, "utf8").trim().split("\n").at(-1).split(" ").map(Number);
  rmSync(file, { force: true });
  return { cpu: user + system, peak: kilobytes / 1024 };
}

// Looks often enough that little is missed: what the process used since the last look is lost.
function watchProcess(pid) {
  let last = { cpu: Number.NaN, peak: Number.NaN };
  const timer = setInterval(() => {
    last = usageOf(pid) ?? last;
  }, 5);
  return {
    end() {
      clearInterval(timer);
      return { cpu: last.cpu, peak: last.peak };
    },
  };
}
