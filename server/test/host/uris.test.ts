// URIs as keys: a folder of the disk and the files in it have one URI each, whoever makes it and from whatever.
// Expected forms are written out, for two ways of making one would be wrong together.
import { describe, expect, it, vi } from "vitest";
import { pathOf } from "../../src/host/node-host.ts";
import { encodedPath, normalUri, pathBelow, rootUri, uriBelow } from "../../src/host/uris.ts";

describe("an archive's root", () => {
  it.each([
    ["/archive", "file:///archive"],
    ["/my articles/100 %", "file:///my%20articles/100%20%25"],
    ["/", "file://"],
  ])("%s has one URI, without a slash at its end", (path, uri) => {
    expect(rootUri(path)).toBe(uri);
    expect(normalUri(uri)).toBe(uri);
    expect(normalUri(`${uri}/`)).toBe(uri);
  });

  it("is the beginning of its files' URIs, a disk's root as well", () => {
    expect(uriBelow(rootUri("/"), "kb/900/Q900100/README.md")).toBe("file:///kb/900/Q900100/README.md");
    expect(uriBelow(rootUri("/archive"), "my notes/a.md")).toBe("file:///archive/my%20notes/a.md");
  });

  it.skipIf(process.platform === "win32")("leads back to its folder", () => {
    expect(["/", "/archive", "/100 %"].map((path) => pathOf(rootUri(path)))).toEqual(["/", "/archive", "/100 %"]);
  });
});

describe("a path in an archive", () => {
  it.each([
    ["kb/900/Q900100/README.md", "kb/900/Q900100/README.md"],
    ["my notes/a#b/100 %.txt", "my%20notes/a%23b/100%20%25.txt"],
    ["Straße/ä.md", "Stra%C3%9Fe/%C3%A4.md"],
    ["C: on a shelf.txt", "C%3A%20on%20a%20shelf.txt"],
    ["notes/C: on a shelf.txt", "notes/C%3A%20on%20a%20shelf.txt"],
    ["", ""],
  ])("%s is encoded as in the URIs of editors, and found again", (path, encoded) => {
    const root = "file:///archive";
    expect(encodedPath(path)).toBe(encoded);
    expect(path.split("/").map(encodedPath).join("/")).toBe(encoded);
    expect(uriBelow(root, path)).toBe(`${root}/${encoded}`);
    expect(pathBelow(root, `${root}/${encoded}`)).toBe(path);
    if (path !== "") expect(normalUri(`${root}/${encoded}`)).toBe(`${root}/${encoded}`);
  });
});

describe("a drive of Windows", () => {
  it("is its root, not the folder that was last worked in on it", () => {
    vi.stubGlobal("process", { ...process, platform: "win32" });
    const paths = ["file:///c%3A", "file:///c%3A/archive"].map(pathOf);
    vi.unstubAllGlobals();
    expect(paths.map((path) => path.replaceAll("\\", "/"))).toEqual(["c:/", "c:/archive"]);
  });
});
