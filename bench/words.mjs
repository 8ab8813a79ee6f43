// The words that generated archives are written with: our own, technical enough to look like articles.

/** Words of running text. */
export const WORDS =
  "the queue printer session server client folder message service account network driver update setup stops starts opens closes fails waits reads writes saves loads a an this that each every when after before until because although which and or but not only also again once twice later sooner first last long short large small open closed local remote shared private public system user group name value table list line page file record field index report form button dialog menu option setting profile".split(
    " ",
  );

/** Keywords that archives use (bare facts). */
export const KEYWORDS =
  "kbnetwork kbusage kberrmsg kbenv kbimu kbsetup kbtool kbdta kb3rdparty kbinterop kbcode kbui kbfile kbprint kbhw kbdisplay kbPrinting".split(
    " ",
  );

/** Products by code (bare facts). */
export const PRODUCTS = [
  ["winnt", "Microsoft Windows NT"],
  ["exchange", "Microsoft Exchange"],
  ["win95x", "Microsoft Windows 95.x Retail Product"],
  ["sms", "Microsoft Systems Management Server"],
  ["sna", "Microsoft SNA Server"],
];
