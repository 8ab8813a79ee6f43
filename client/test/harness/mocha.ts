// Mocha without its command line: the browser build, which runs in a Node and in a web extension host alike.
// Importing this file declares `describe` and `it` for the test files that are imported after it.
import "mocha/mocha.js";
import { Outcomes, type SuiteResults } from "./outcomes.ts";

/** The longest that one test may take unless it sets its own limit; VS Code's first start of a server is slow. */
const testLimitMs = 30_000;

let outcomes = new Outcomes();

/** Says each test as it ends, so that a run that stops half-way shows where. */
class LineReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on("pass", (test) => {
      outcomes.add(test, "passed");
      console.log(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on("fail", (test, error: unknown) => {
      outcomes.add(test, "failed", error);
      console.log(`  ✗ ${test.fullTitle()}`);
    });
    runner.on("pending", (test) => {
      outcomes.add(test, "skipped");
      console.log(`  - ${test.fullTitle()}`);
    });
  }
}

mocha.setup({ ui: "bdd", timeout: testLimitMs, reporter: LineReporter });

/** Runs every test declared so far, once. */
export function runMocha(): Promise<SuiteResults> {
  outcomes = new Outcomes();
  return new Promise((done) => {
    // The browser build's own `run` reads the page's address, which an extension host does not have.
    Mocha.prototype.run.call(mocha, () => done(outcomes.results()));
  });
}
