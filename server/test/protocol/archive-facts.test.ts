// What rules learn of the archive through the server, black box: articles of one title.
import { expect, it } from "vitest";
import { page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { eventually, Session } from "../harness/session.ts";

const SETTINGS = { lint: { rules: { "duplicate-title": "warning" } } };

it("an article of the same title is found, followed and not mistaken for the article's own raw text", async () => {
  const files = {
    [pagePath("Q900100")]: page({ id: "Q900100" }),
    [textPath("Q900100")]: rawText({ id: "Q900100" }),
    [pagePath("Q900200")]: page({ id: "Q900200" }),
  };
  const session = await Session.open(files, { settings: SETTINGS });
  const uri = session.show(session.archive.uriOf(pagePath("Q900100")), page({ id: "Q900100" }));
  const report = await session.pull(uri);
  expect(report.kind === "full" && report.items).toMatchObject([
    {
      code: "duplicate-title",
      relatedInformation: [{ location: { uri: session.archive.uriOf(pagePath("Q900200")) } }],
    },
  ]);
  session.show(session.archive.uriOf(pagePath("Q900200")), page({ id: "Q900200", title: "INFO: Of Its Own" }));
  await eventually(async () => expect(await session.rules(uri)).toEqual([]));
});
