// Takes the pictures of docs/pictures in the real workbench, on the example archive.
// Each picture is a name and the steps that lead to what it shows.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./setup.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const examples = join(root, "examples");
const size = { width: 1280, height: 800 };

/** What to show: `file` is opened first; `steps` may then do anything that a Workbench can. */
const pictures = [
  {
    name: "problems",
    theme: "dark",
    file: "kb/990/Q990001/README.md",
    steps: async (workbench) => {
      await workbench.squiggles("error", 1);
      await workbench.command("View: Toggle Problems");
      await workbench.goTo(31, 4);
    },
  },
  {
    name: "hover",
    theme: "dark",
    file: "kb/900/Q900103/README.md",
    steps: async (workbench) => {
      await workbench.hover(51, 13);
    },
  },
  {
    name: "colours",
    theme: "light",
    file: "txt/900/Q900105.TXT",
    steps: (workbench) => workbench.goTo(1),
  },
  {
    name: "references",
    theme: "dark",
    file: "kb/900/Q900101/README.md",
    steps: async (workbench) => {
      await workbench.hover(7, 6);
      await workbench.press("Escape", "Shift+F12");
      await workbench.page.locator(".peekview-title", { hasText: "References" }).waitFor();
      await workbench.page.locator(".reference-zone-widget .view-line").first().waitFor();
    },
  },
  {
    name: "rename",
    theme: "dark",
    file: "kb/900/Q900101/README.md",
    steps: async (workbench) => {
      await workbench.hover(7, 6);
      await workbench.press("Escape", "F2");
      const input = workbench.page.locator(".rename-box input").first();
      await input.waitFor();
      await input.fill("Q900150");
      await workbench.press("Control+Enter");
      await workbench.page.locator("[id*=refactorPreview] .monaco-list-row").nth(3).waitFor();
    },
  },
  {
    name: "quick-fix",
    theme: "dark",
    file: "kb/990/Q990001/README.md",
    steps: async (workbench) => {
      await workbench.squiggles("error", 1);
      await workbench.goTo(31, 4);
      await workbench.press("Control+.");
      await workbench.page.waitForSelector(".action-widget", { state: "visible" });
    },
  },
];

await ensureInstalled();
const { openWorkbench } = await import("../tools/vscode-host/lib/session.mjs");
const wanted = process.argv.slice(2);
for (const { name, theme, file, settings, steps } of pictures) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const workbench = await openWorkbench({ folder: examples, theme, settings, size, scale: 1 });
  try {
    await workbench.openFile(file);
    await steps(workbench);
    const path = join(root, "docs", "pictures", `${name}.png`);
    await workbench.screenshot(path);
    console.log(path);
  } finally {
    await workbench.close();
  }
}
