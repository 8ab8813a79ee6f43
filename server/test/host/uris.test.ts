// URIs as keys: a folder of the disk and the files in it have one URI each, whoever makes it and from whatever.
// Expected forms are written out, for two ways of making one would be wrong together.
import { describe, expect, it, vi } from "vitest";
import { pathOf } from "../../src/host/node-host.ts";
import { normalUri, rootUri, uriBelow } from "../../src/host/uris.ts";

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

describe("a drive of Windows", () => {
  it("is its root, not the folder that was last worked in on it", () => {
    vi.stubGlobal("process", { ...process, platform: "win32" });
    const paths = ["file:///c%3A", "file:///c%3A/archive"].map(pathOf);
    vi.unstubAllGlobals();
    expect(paths.map((path) => path.replaceAll("\\", "/"))).toEqual(["c:/", "c:/archive"]);
  });
});
