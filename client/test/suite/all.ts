// Every test file of the suite that runs in a real VS Code.
// They are imported one by one because the bundle has no disk to look for them on.
import "./activates.test.ts";
import "./languages.test.ts";
import "./lint.test.ts";
import "./lint-archive.test.ts";
import "./navigation.test.ts";
import "./reference-graph.test.ts";
import "./refactoring.test.ts";
import "./search.test.ts";
import "./server.test.ts";
