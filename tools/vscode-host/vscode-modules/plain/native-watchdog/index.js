// Ends an extension host when the server that started it has gone.
// The native module of this name needs a compiler; looking once a second does the same.

exports.start = (pid) => {
  const look = setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (error.code === "ESRCH") process.exit(87);
    }
  }, 1000);
  look.unref();
};

exports.exit = (code) => process.exit(code || 0);
