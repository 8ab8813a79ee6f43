// The things that sections are filled with beside paragraphs: steps, lists, code, tables of files, registry paths,
// messages, remarks, sub-headings. Raw text columns, each block followed by a blank line.
import { fileName, fill, registryPath, sentences, wrap } from "./prose.mjs";
import { weighted } from "./random.mjs";
import { ERRORS, ITEMS, ITEMS_INTRO, REMARKS, STEPS, STEPS_INTRO } from "./sentences.mjs";
import { HEADS, MODIFIERS } from "./words.mjs";

const KINDS = weighted([
  [paragraph, 46],
  [steps, 12],
  [items, 5],
  [code, 17],
  [remark, 7],
  [message, 7],
  [fileTable, 2],
  [table, 3],
  [registry, 2],
  [subheading, 5],
]);
const SHORT = weighted([
  [paragraph, 70],
  [message, 20],
  [remark, 10],
]);

/** One block of a section, of about `room` characters where it can be that short. */
export function block(random, section, program, room) {
  const kinds = room < 350 ? SHORT : KINDS;
  return random.draw(kinds)(random, section, program, room);
}

/** A paragraph that stands directly below a heading: its first line has no room for the 81st column. */
export function firstParagraph(random, section, program, room) {
  return [...wrap(text(random, section, program, room), { first: 80 }), ""];
}

function paragraph(random, section, program, room) {
  return [...wrap(text(random, section, program, room)), ""];
}

function text(random, section, program, room) {
  return sentences(random, section, program, Math.min(room, random.between(90, 420)));
}

function steps(random, _section, program, room) {
  const lines = [...wrap(fill(random, random.pick(STEPS_INTRO), program)), ""];
  const count = Math.min(random.between(2, 7), Math.ceil(room / 70));
  for (let step = 1; step <= count; step++)
    lines.push(...wrap(`${step}. ${fill(random, random.pick(STEPS), program)}`, { first: 80, indent: "   " }), "");
  return lines;
}

function items(random, _section, program, room) {
  const lines = [...wrap(fill(random, random.pick(ITEMS_INTRO), program)), ""];
  const count = Math.min(random.between(2, 6), Math.ceil(room / 70));
  for (let item = 0; item < count; item++)
    lines.push(...wrap(` - ${fill(random, random.pick(ITEMS), program)}`, { first: 80, indent: "   " }), "");
  return lines;
}

function code(random, _section, _program, room) {
  const [first, second, third] = Array.from({ length: 3 }, () => identifier(random));
  const lines = ["The following lines show this:", "", `   Sub ${first}_Click ()`];
  const count = Math.min(random.between(3, 40), Math.ceil(room / 40));
  for (let line = 0; line < count; line++) lines.push(codeLine(random, [first, second, third]));
  lines.push("   End Sub", "");
  return lines;
}

function codeLine(random, [first, second, third]) {
  const number = random.between(0, 255);
  return random.pick([
    `      ${second} = ${first}.${third}(${number})`,
    `      If ${second} > ${number} Then ${third} = ${second} - ${number}`,
    `      Call ${third}(${second}, "${fileName(random)}")`,
    `         ${first}.Caption = Format$(${second}, "0.00")`,
    `      ' ${fill(random, "{Verb} the {thing}")}`,
    "",
  ]);
}

function identifier(random) {
  const head = random.pick(HEADS).replace("-", "");
  return `${random.pick(["txt", "cmd", "lst", "obj", "rs"])}${head[0].toUpperCase()}${head.slice(1)}${random.between(1, 9)}`;
}

function remark(random, _section, program) {
  return [...wrap(fill(random, random.pick(REMARKS), program)), ""];
}

function message(random, _section, program) {
  const lines = wrap(`   ${fill(random, random.pick(ERRORS), program)}`, { first: 80, indent: "   " });
  return ["You may receive the following error message:", "", ...lines, ""];
}

function fileTable(random, _section, _program, room) {
  const count = Math.min(Math.ceil(random.between(2, 12) ** 2), Math.ceil(room / 62));
  const lines = [
    "The following files have these attributes or later:",
    "",
    "   Date        Time     Size      File name",
    `   ${"-".repeat(46)}`,
  ];
  for (let row = 0; row < count; row++) {
    const date = `${two(random.between(1, 12))}/${two(random.between(1, 28))}/${random.between(97, 99)}`;
    const time = `${two(random.between(1, 12))}:${two(random.between(0, 59))}${random.pick("ap")}`;
    lines.push(
      `   ${date}    ${time}   ${random.between(2_000, 990_000).toLocaleString("en-US").padStart(7)}   ${fileName(random)}`,
    );
  }
  return [...lines, ""];
}

function table(random, _section, _program, room) {
  const count = Math.min(random.between(3, 14), Math.ceil(room / 50));
  const lines = [`   ${"Name".padEnd(26)}| Default | Limit`, `   ${"-".repeat(26)}+---------+------`];
  for (let row = 0; row < count; row++) {
    const name = `${random.pick(MODIFIERS)} ${random.pick(HEADS)}`;
    lines.push(`   ${name.padEnd(26)}| ${String(random.between(0, 999)).padEnd(8)}| ${random.between(10, 9_999)}`);
  }
  return [...lines, ""];
}

function registry(random) {
  return ["The value is kept under this key of the registry:", "", `   ${registryPath(random)}`, ""];
}

function subheading(random, section, program, room) {
  const heading = fill(random, "{Doing} the {Thing}");
  return [heading, "-".repeat(heading.length), "", ...paragraph(random, section, program, room)];
}

const two = (number) => String(number).padStart(2, "0");
