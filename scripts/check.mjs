// `npm run check`: everything that must hold before a merge, without the suite in VS Code.
import { runAll } from "./test.mjs";

await runAll({ editor: false });
