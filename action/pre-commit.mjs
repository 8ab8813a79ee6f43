#!/usr/bin/env node
// The hook of .pre-commit-hooks.yaml: runs kblint with the arguments of the hook and the files of the commit.
import { spawnSync } from "node:child_process";
import { kblintProgram } from "./kblint-program.mjs";

const FAILURE = 2;
const kblint = kblintProgram();
if (kblint === undefined) console.error("kblint could not be built; what went wrong stands above.");
const run = kblint && spawnSync(process.execPath, [kblint, ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = run?.status ?? FAILURE;
