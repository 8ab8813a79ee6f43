// Where the results file goes and how it gets there, from a Node or a web extension host.
// The path is a user setting, because a setting reaches every kind of extension host and an environment does not.
import * as vscode from "vscode";
import type { SuiteResults } from "./outcomes.ts";

/** The file that the starting script waits for; undefined when somebody runs the suite by hand. */
export function resultsUri(): vscode.Uri | undefined {
  const path = vscode.workspace.getConfiguration("kbSuite").get<string>("results");
  if (path === undefined) return undefined;
  const file = vscode.Uri.file(path);
  // In a web extension host the disk is reached through the scheme of the open folder.
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder === undefined ? file : folder.uri.with({ path: file.path });
}

/** Writes the results as JSON. */
export async function writeResults(target: vscode.Uri, results: SuiteResults): Promise<void> {
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(JSON.stringify(results, null, 2)));
}
