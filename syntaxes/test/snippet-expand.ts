/**
 * Expands a snippet as it stands once every placeholder was left with its default.
 * It knows only the syntax these snippets use, so that tests see the article text a writer would see.
 */

const variables: Readonly<Record<string, string>> = {
  CURRENT_DATE: "05",
  CURRENT_MONTH: "11",
  CURRENT_YEAR: "2001",
  TM_FILENAME_BASE: "Untitled-1",
  TM_FILEPATH: "Untitled-1",
};

/** Reads one snippet from left to right. */
class SnippetReader {
  readonly #text: string;
  readonly #values = new Map<string, string>(Object.entries(variables));
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Expands up to the end of the text, or to the brace that closes a placeholder. */
  expand(): string {
    let result = "";
    while (this.#at < this.#text.length && this.#text[this.#at] !== "}") {
      const tabstop = /^\$(\d+)/.exec(this.#text.slice(this.#at));
      if (this.#text.startsWith("${", this.#at)) {
        result += this.#braced();
      } else if (tabstop !== null) {
        result += this.#values.get(tabstop[1] ?? "") ?? "";
        this.#at += tabstop[0].length;
      } else {
        result += this.#text[this.#at];
        this.#at += 1;
      }
    }
    return result;
  }

  /** Steps over a closing brace that belongs to no placeholder, and returns it. */
  skipBrace(): string {
    const brace = this.#text[this.#at] ?? "";
    this.#at += brace.length;
    return brace;
  }

  /** Reads up to a mark that no backslash escapes, and steps over it. */
  #upTo(mark: string): string {
    const start = this.#at;
    while (this.#text[this.#at] !== mark) {
      if (this.#at >= this.#text.length) {
        throw new Error(`no ${mark} after ${this.#text.slice(start)}`);
      }
      this.#at += this.#text[this.#at] === "\\" ? 2 : 1;
    }
    this.#at += 1;
    return this.#text.slice(start, this.#at - 1);
  }

  #braced(): string {
    const name = /^\w+/.exec(this.#text.slice(this.#at + 2))?.[0] ?? "";
    const kind = this.#text[this.#at + 2 + name.length];
    this.#at += 3 + name.length;
    if (kind === "}") {
      return this.#values.get(name) ?? "";
    }
    if (kind === "/") {
      return this.#transformed(this.#values.get(name) ?? "");
    }
    const value = kind === "|" ? (this.#upTo("|").split(",", 1)[0] ?? "") : this.expand();
    this.#upTo("}");
    this.#values.set(name, value);
    return value;
  }

  #transformed(value: string): string {
    const pattern = this.#upTo("/").replaceAll("\\/", "/");
    const format = this.#upTo("/");
    const flags = this.#upTo("}");
    return value.replace(new RegExp(pattern, flags), (...groups: unknown[]) => {
      const group = (index: string): string => String(groups[Number(index)] ?? "");
      return format
        .replace(/\$\{(\d+):\+([^}]*)\}/g, (_, index: string, text: string) => (group(index) === "" ? "" : text))
        .replace(/\$\{(\d+):-([^}]*)\}/g, (_, index: string, text: string) => group(index) || text)
        .replace(/\$(\d+)/g, (_, index: string) => group(index));
    });
  }
}

/** Expands the text of a snippet. */
export function expandSnippet(text: string): string {
  const reader = new SnippetReader(text);
  let result = reader.expand();
  // A closing brace outside a placeholder is text, as in `{% raw %}`.
  for (let rest = reader.skipBrace(); rest !== ""; rest = reader.skipBrace()) {
    result += rest + reader.expand();
  }
  return result;
}
