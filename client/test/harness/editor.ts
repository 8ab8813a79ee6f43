// What the suite's tests say to VS Code: open an article, wait for its problems, read plain text out of a hover.
// Waits for events, never for a time to pass; a wait that is in vain says what was there instead.
import * as vscode from "vscode";

const WAIT_MS = 15_000;

/** The URI of a file in the workspace. */
export function inWorkspace(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The suite needs a workspace folder.");
  return vscode.Uri.joinPath(folder.uri, ...path.split("/"));
}

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(inWorkspace(path)));
}

/** Writes a file of the workspace. */
export async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
}

/** The problems of a file as `line rule`, lines from 1, our own only. */
export function problems(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === "kb")
    .map((diagnostic) => `${diagnostic.range.start.line + 1} ${ruleOf(diagnostic)}`);
}

/** The rule id of a problem. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === "object" ? code.value : code);
}

/** Waits until a file has exactly these problems. */
export async function waitForProblems(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  await waitUntil(
    () => problems(uri).join("\n") === expected.join("\n"),
    (again) => vscode.languages.onDidChangeDiagnostics(again),
    () => `problems of ${uri.path}: expected [${expected.join(", ")}], found [${problems(uri).join(", ")}]`,
  );
}

/** Waits until a condition holds, looking again at each event. */
export function waitUntil(
  holds: () => boolean,
  listen: (again: () => void) => vscode.Disposable,
  complaint: () => string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: Error): void => {
      listening.dispose();
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    };
    const listening = listen(() => {
      if (holds()) end();
    });
    const timer = setTimeout(() => end(holds() ? undefined : new Error(`Waited in vain for ${complaint()}`)), WAIT_MS);
    if (holds()) end();
  });
}

/** Asks again until the answer satisfies, for answers that no event announces. */
export async function askUntil<Answer>(
  ask: () => Thenable<Answer>,
  satisfies: (answer: Answer) => boolean,
): Promise<Answer> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`No answer satisfied; the last was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The place of a text in a document: where its first occurrence begins, plus an offset. */
export function positionOf(document: vscode.TextDocument, text: string, plus = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`“${text}” is not in ${document.uri.path}`);
  return document.positionAt(at + plus);
}

/** The text of all hovers at a position. */
export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

/** Throws unless the two are equal as JSON. */
export function expectEqual(found: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`expected ${right}\n   found ${left}`);
}

/** Throws unless the text holds the part. */
export function expectHolds(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`expected “${part}” in:\n${text}`);
}

/** Replaces the first occurrence of a text in the active document by typing it. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const start = positionOf(editor.document, from);
  const end = positionOf(editor.document, from, from.length);
  if (!(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), to))))
    throw new Error("The edit failed.");
}
