// Drives a real workbench as a person does, by keyboard, to look at features and to take pictures of them.
// Every step waits for what a person would wait for on the screen, and for no fixed time.
import { mkdir } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { ensureHost } from "../install.mjs";
import { ensureChromium, launchChromium } from "./chromium.mjs";
import { Lifetime } from "./lifetime.mjs";
import { projectFolder } from "./places.mjs";
import { serveExtension } from "./served.mjs";
import { folderUrl } from "./workbench.mjs";

const themes = { dark: "Default Dark Modern", light: "Default Light Modern" };
const stepLimitMs = 30_000;

/**
 * Opens `folder` in a workbench with the extension installed.
 *
 * Optional: `extension` (its folder), `settings`, `theme` ("dark", "light" or a theme's name),
 * `size` (`{ width, height }` of the window) and `scale` (device pixels to one pixel, 2 for sharp pictures).
 */
export async function openWorkbench(options) {
  await ensureHost();
  const { extension = projectFolder, size = { width: 1280, height: 800 }, scale = 1, theme = "dark" } = options;
  const folder = resolve(options.folder);
  const settings = { "workbench.colorTheme": themes[theme] ?? theme, ...options.settings };
  const lifetime = new Lifetime();
  lifetime.endOnSignals();
  try {
    const chromium = ensureChromium();
    const [server, browser] = await Promise.all([
      serveExtension({ lifetime, extension, settings }),
      launchChromium(chromium, lifetime),
    ]);
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
    page.setDefaultTimeout(stepLimitMs);
    await page.goto(folderUrl(server, folder), { waitUntil: "commit" });
    await page.locator(".explorer-folders-view .monaco-list").first().waitFor();
    return new Workbench(page, folder, lifetime);
  } catch (error) {
    await lifetime.end();
    throw error;
  }
}

/** An open workbench; `page` is Playwright's, for everything that has no method here. */
export class Workbench {
  #folder;
  #lifetime;

  constructor(page, folder, lifetime) {
    this.page = page;
    this.#folder = folder;
    this.#lifetime = lifetime;
  }

  /** Opens a file of the folder and puts the cursor into it. */
  async openFile(path) {
    const file = resolve(this.#folder, path);
    await this.#quickInput("Control+P", file, basename(file));
    await this.page.locator(`.tab.active[data-resource-name="${basename(file)}"]`).waitFor();
    await this.page.locator(".editor-group-container.active .monaco-editor.focused .view-line").first().waitFor();
  }

  /** Puts the cursor at a line and column, both counted from 1; VS Code counts a TAB as its width here. */
  async goTo(line, column = 1) {
    await this.#quickInput("Control+G", `:${line},${column}`, "");
    // The status bar counts a TAB as its width, so only the line can be told from it.
    const place = new RegExp(`Ln ${line}, Col \\d`);
    await this.page.locator("[id='status.editor.selection']", { hasText: place }).waitFor();
  }

  /** Runs a command by its title in the command palette, category included: "KB: Show References". */
  async command(title) {
    await this.#quickInput("F1", `>${title}`, title);
  }

  /** Shows the hover of a place and waits until it has text. */
  async hover(line, column) {
    await this.goTo(line, column);
    const hover = this.page.locator(".monaco-hover:visible", { hasText: /\S/ }).first();
    // A server that has just started has no answer yet, and an empty hover does not come back by itself.
    for (let attempt = 0; attempt < 10 && !(await hover.isVisible()); attempt++) {
      await this.page.keyboard.press("Control+K");
      await this.page.keyboard.press("Control+I");
      await hover.waitFor({ timeout: 2000 }).catch(() => undefined);
    }
    await hover.waitFor();
    return hover;
  }

  /** Waits until at least `count` squiggles are in sight; `kind` is error, warning, info or hint. */
  async squiggles(kind, count = 1) {
    await this.page
      .locator(`.monaco-editor .squiggly-${kind}`)
      .nth(count - 1)
      .waitFor({ state: "attached" });
  }

  /** Presses keys one after the other, each in Playwright's spelling: "Control+Period". */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types text into what has the focus. */
  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Saves a picture of the window, or of the part that `options.clip` names. */
  async screenshot(path, options = {}) {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path, animations: "disabled", caret: "hide", ...options });
  }

  /** Closes the browser and the server. */
  async close() {
    await this.#lifetime.end();
  }

  /** Asks the quick input for `text` and accepts the first row once it says `expected`. */
  async #quickInput(keys, text, expected) {
    const widget = this.page.locator(".quick-input-widget");
    await this.page.keyboard.press(keys);
    await widget.locator("input.input").first().fill(text);
    await widget.locator(".monaco-list-row.focused, .monaco-list-row").first().filter({ hasText: expected }).waitFor();
    await this.page.keyboard.press("Enter");
    await widget.waitFor({ state: "hidden" });
  }
}
