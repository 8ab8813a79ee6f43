// The check of frames: sound streams pass however they are cut, broken ones are noticed.
import fc from "fast-check";
import { expect, it } from "vitest";
import { FrameCheck } from "../../src/host/frame-check.ts";
import { frame } from "../harness/message-stream.ts";

it("sound streams pass, cut anywhere", () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 8 }), cuts, (texts, sizes) => {
      const bytes = Buffer.concat(texts.map((text) => frame({ text })));
      const check = new FrameCheck();
      let at = 0;
      for (const size of [...sizes, bytes.length]) {
        expect(check.push(bytes.subarray(at, at + size))).toBeUndefined();
        at += size;
      }
    }),
  );
});

it.each([
  ["Content-Length: x\r\n\r\n"],
  ["Content-Length: -1\r\n\r\n"],
  ["Content-Length: 99999999999\r\n\r\n"],
  ["Content-Type: x\r\n\r\n"],
  ["oops\r\n\r\n"],
])("%j is noticed", (bytes) => {
  const check = new FrameCheck();
  expect(check.push(frame({}))).toBeUndefined();
  expect(check.push(Buffer.from(bytes))).toBeTypeOf("string");
});

it("a header without end is noticed", () => {
  expect(new FrameCheck().push(Buffer.from("x".repeat(5000)))).toBe("a header without end");
});
