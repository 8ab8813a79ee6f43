// Version lines: what is out of order or style, and the values that mend it.
import { describe, expect, it } from "vitest";
import { judgeVersion } from "../../src/model/judged-version.ts";
import { orderedVersion } from "../../src/model/version-order.ts";
import { strictVersion } from "../../src/model/version-style.ts";

describe("the strict form", () => {
  it.each([
    ["winnt:3.0,4.0; WINDOWS:95", "winnt:3.0,4.0; WINDOWS:95"],
    ["WinNT: 3.0, 4.0SP1;WINDOWS:95", "winnt:3.0,4.0 SP1; WINDOWS:95"],
    ["3.00 3.00b", ":3.00,3.00b"],
    ["2.50 2.60 | 2.60", ":2.50,2.60"],
    ["WINDOWS:1.2 1.3", "WINDOWS:1.2,1.3"],
    ["WINDOWS:3.0;3.0b;6.0", "WINDOWS:3.0,3.0b,6.0"],
    ["MS- DOS:6.22 sp2a", "MS-DOS:6.22 SP2a"],
    ["WINDOWS:", "WINDOWS:"],
    [":", ":"],
    ["", ""],
    ["Trial Version", "Trial Version"],
  ])("of “%s” is “%s”", (value, strict) => {
    expect(strictVersion(value)).toBe(strict);
    expect(strictVersion(strict)).toBe(strict);
  });

  it.each([
    ["winnt:3.0,4.0 SP1,4.0a,5.x,2.11 SR-1,Build 2.573.2927", []],
    [":98 Second Edition,1991 edition,4.01 Service Pack 2,3.0 (all SP)", []],
    ["Winnt:4.0", ["platform"]],
    ["Win3.x:3.1", ["platform"]],
    ["4.0", ["colon"]],
    [":4.0 and later", ["item"]],
    [":4.0SP1", ["service-pack"]],
    ["winnt:4.0;WINDOWS:95", ["separator"]],
  ])("“%s” lacks %j", (value, kinds) => {
    expect(judgeVersion(value).styleFaults.map((fault) => fault.kind)).toEqual(kinds);
  });
});

describe("the order", () => {
  it.each([
    ["winnt:4.0,3.0", "winnt:3.0,4.0", "unsorted"],
    ["winnt:3.0,3.0", "winnt:3.0", "version-twice"],
    ["winnt:3.0; WINDOWS:95; WinNT:4.0", "winnt:3.0,4.0; WINDOWS:95", "platform-twice"],
  ])("of “%s” becomes “%s”: %s", (value, ordered, kind) => {
    expect(judgeVersion(value).orderFault?.kind).toBe(kind);
    expect(orderedVersion(value)).toBe(ordered);
  });

  it.each([
    [":10.0,9.0"],
    [":2000,2000, Service Release 1 (SR-1),6.0"],
    ["5.0 3.0"],
    [":3.0,3.0SP1,3.0 SP2"],
    [":1.0; :0.5"],
  ])("of “%s” is let be", (value) => {
    expect(judgeVersion(value).orderFault).toBeUndefined();
    expect(orderedVersion(value)).toBe(value);
  });
});

describe("a value's soundness", () => {
  it.each([
    ["winnt:3.0,4.0; WINDOWS:95", true],
    [":", true],
    ["wint:3.0", false],
    ["WINDOWS:95,winnt:4.0", false],
    ["winnt:3.0,,4.0", false],
    ["winnt:3.0;", false],
  ])("of “%s”: %s", (value, sound) => {
    expect(judgeVersion(value).sound).toBe(sound);
  });
});
