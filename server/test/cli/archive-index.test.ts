// The archive's index as rules ask it: by number, by title, and in an order that does not depend on the disk.
import { expect, test } from "vitest";
import { ArchiveIndex } from "../../src/cli/archive-index.ts";
import { ArchiveTexts } from "../../src/cli/archive-view.ts";

function indexOf(): ArchiveIndex {
  const index = new ArchiveIndex("/kb");
  index.add("txt/990/Q990100.TXT", { id: "Q990100", container: "text", title: "A" });
  index.add("kb/b/README.md", { id: "Q990100", container: "page", title: "A" });
  index.add("kb/a b/README.md", { id: "Q990100", container: "page", title: "B" });
  index.add("kb/none.md", { id: undefined, container: "page", title: "A" });
  return index;
}

test("a number's files: pages first, then by path", () => {
  expect(
    indexOf()
      .find("Q990100")
      .map((file) => file.path),
  ).toEqual(["kb/a b/README.md", "kb/b/README.md", "txt/990/Q990100.TXT"]);
  expect(indexOf().find("Q1")).toEqual([]);
  expect(indexOf().articles).toHaveLength(4);
});

test("a title's files, those without a number left out", () => {
  expect(
    indexOf()
      .sameTitle("A")
      .map((file) => file.path),
  ).toEqual(["kb/b/README.md", "txt/990/Q990100.TXT"]);
});

test("URIs are escaped as editors do", () => {
  expect(new ArchiveIndex("/kb").uriOf("a b/(c)é.md")).toBe("file:///kb/a%20b/%28c%29%C3%A9.md");
  expect(new ArchiveIndex("/kb").uriOf("kb/990/Q990100/README.md")).toBe("file:///kb/kb/990/Q990100/README.md");
});

test("the counterpart is the same number in the other container", () => {
  const texts = new ArchiveTexts(indexOf(), (path) => `text of ${path}`);
  expect(texts.counterpart("Q990100", "page")).toBe("text of txt/990/Q990100.TXT");
  expect(texts.counterpart("Q990100", "text")).toBe("text of kb/a b/README.md");
  expect(texts.counterpart("Q1", "text")).toBeUndefined();
});
