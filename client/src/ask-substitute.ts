// Asks for the article that is to be cited in the place of another, and says while typing which one that is.
import { InputBoxValidationSeverity, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { askCitations } from "./article-requests.ts";

type Checked = { readonly message: string; readonly severity: InputBoxValidationSeverity };

/** The number that the author chose; `undefined` where the question was dismissed. */
export async function askSubstitute(client: BaseLanguageClient, id: string): Promise<string | undefined> {
  const number = await window.showInputBox({
    title: `Replace Citations of ${id}`,
    prompt: "The number of the article to cite instead",
    placeHolder: "Q123456",
    ignoreFocusOut: true,
    validateInput: (typed) => check(client, id, typed),
  });
  return number === undefined || number.trim() === "" ? undefined : number.trim();
}

async function check(client: BaseLanguageClient, id: string, typed: string): Promise<Checked | undefined> {
  if (typed.trim() === "") return undefined;
  const found = await askCitations(client, { id: typed });
  const error = (message: string): Checked => ({ message, severity: InputBoxValidationSeverity.Error });
  if (!found) return error("Write Q and five or six digits, such as Q100000.");
  if (found.id === id) return error(`${id} is the article that is cited now.`);
  if (found.files.length === 0) return error(`${found.id} is not in this archive.`);
  return { message: `${found.id} ${found.title}`, severity: InputBoxValidationSeverity.Info };
}
