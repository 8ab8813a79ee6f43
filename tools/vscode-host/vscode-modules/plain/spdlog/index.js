// Writes VS Code's log files, and with them its output channels, in plain JavaScript.
// The native module of this name needs a compiler; a test run or an afternoon of trying needs no speed here.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const names = ["trace", "debug", "info", "warning", "error", "critical"];

class Logger {
  #file;
  #level = 2;
  #plain = false;

  constructor(_kind, _name, file) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    // An output channel shows this file, so it has to exist before the first message.
    appendFileSync(file, "");
  }

  trace(message) {
    this.#write(0, message);
  }
  debug(message) {
    this.#write(1, message);
  }
  info(message) {
    this.#write(2, message);
  }
  warn(message) {
    this.#write(3, message);
  }
  error(message) {
    this.#write(4, message);
  }
  critical(message) {
    this.#write(5, message);
  }

  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  /** Without formatters a message is written as it is, its line end included. */
  clearFormatters() {
    this.#plain = true;
  }
  setPattern() {
    this.#plain = false;
  }
  flush() {}
  drop() {}

  #write(level, message) {
    if (level < this.#level) return;
    const stamp = () => new Date().toISOString().replace("T", " ").replace("Z", "");
    appendFileSync(this.#file, this.#plain ? message : `${stamp()} [${names[level]}] ${message}\n`);
  }
}

const create = async (name, file) => new Logger("rotating", name, file);

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
