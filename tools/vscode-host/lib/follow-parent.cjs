// Loaded into the VS Code server before anything else: ends it when the program that started it has gone.
// A killed program cannot clean up, and a server left behind would keep running for hours.
const parent = process.ppid;

const look = setInterval(() => {
  if (process.ppid === parent) return;
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    // Not the leader of a group: an extension host, which inherits this file, ends alone.
    process.exit(1);
  }
}, 1000);
look.unref();
