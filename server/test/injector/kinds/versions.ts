// Defects of version lines: their form, and what they say against the products.
// Rules of the same names in RULES.md.
import { type Defect, kinds } from "../defect.ts";
import { revalue } from "./revalue.ts";

const VERSIONS: Defect[] = [
  ...kinds("version-syntax", [
    {
      name: "a slip in the platform",
      authored: true,
      fix: "safe",
      inject: (sheet) =>
        revalue(sheet, "Version", (value) =>
          value.replace(/^(WINDOWS|MACINTOSH|winnt)(?=:)/, (name) => `${name.slice(0, 2)}${name.slice(3)}`),
        ),
    },
    {
      name: "an unknown platform",
      authored: true,
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace(/^(WINDOWS|winnt)(?=:)/, "ABACUS")),
    },
    {
      name: "a comma for the semicolon",
      authored: true,
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace("; ", ",")),
    },
    {
      name: "an empty item",
      authored: true,
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace(/(?<=\d),(?=\d)/, ",,")),
    },
    {
      name: "a semicolon at the end",
      authored: true,
      inject: (sheet) => revalue(sheet, "Version", (value) => (/\d$/.test(value) ? `${value};` : undefined)),
    },
  ]),
  ...kinds("version-style", [
    {
      name: "the platform's other spelling",
      authored: true,
      profile: "authoring",
      fix: "safe",
      inject: (sheet) =>
        revalue(sheet, "Version", (value) => value.replace(/^winnt(?=:)/, "WinNT").replace(/^WINDOWS(?=:)/, "Windows")),
    },
    {
      name: "a blank behind the comma",
      authored: true,
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace(/(?<=\d),(?=\d)/, ", ")),
    },
    {
      name: "no blank behind the semicolon",
      authored: true,
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace("; ", ";")),
    },
    {
      name: "a glued service pack",
      authored: true,
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace(/(?<=\d) (?=SP\d)/, "")),
    },
  ]),
  ...kinds("version-order", [
    {
      name: "two versions swapped",
      authored: true,
      fix: "safe",
      inject: (sheet) =>
        revalue(sheet, "Version", (value) => value.replace(/(?<=[:,])(\d\.\d),(\d\.\d)(?=$|,)/, "$2,$1")),
    },
    {
      name: "a version twice",
      authored: true,
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace(/(?<=[:,])(\d\.\d)(?=$|,)/, "$1,$1")),
    },
  ]),
];

const CONSISTENCY: Defect[] = [
  ...kinds("version-platform", [
    {
      name: "a platform that the products are not on",
      authored: true,
      inject: (sheet) => {
        const bullets = sheet.article.appliesTo?.bullets ?? [];
        const mac = bullets.length > 0 && bullets.every((one) => /for the Macintosh/.test(sheet.at(one.line)));
        if (mac) return revalue(sheet, "Version", (value) => value.replace(/^MACINTOSH(?=:)/, "WINDOWS"));
        const windows = bullets.length > 0 && bullets.every((one) => /Windows 95/.test(sheet.at(one.line)));
        return windows ? revalue(sheet, "Version", (value) => value.replace(/^.*$/, "Win2000:95")) : undefined;
      },
    },
  ]),
  ...kinds("applies-to-versions", [
    {
      name: "another version in header and footer",
      authored: true,
      profile: "authoring",
      inject: (sheet) => {
        const bullets = sheet.article.appliesTo?.bullets ?? [];
        const [bullet] = bullets;
        const version = /version (\d\.\d) ?$/.exec(bullet ? sheet.at(bullet.line) : "")?.[1];
        if (version === undefined || bullets.length > 1 || !bullet) return undefined;
        const changed = revalue(sheet, "Version", (value) =>
          value.endsWith(`:${version}`) ? value.replace(/\d$/, "77") : undefined,
        );
        return changed && { lines: [bullet.line, sheet.header("version") ?? 0, ...changed.lines] };
      },
    },
  ]),
];

/** Defects of version lines. */
export const VERSION_KINDS: readonly Defect[] = [...VERSIONS, ...CONSISTENCY];
