// The words that generated archives are written with: our own, technical enough to look like articles. Titles and
// sentences are put together of them, so that ten thousands of pages differ and can be told apart by a search.

const list = (text) => text.split(" ");

/** Words that say which thing is meant. */
export const MODIFIERS = list(
  "print remote local shared cached hidden default mailbox session directory replicated archived backup offline network server client folder domain schema cluster gateway dial-up serial parallel modem fax registry startup logon password security account group policy profile desktop toolbar status import export database index query cursor table field record report label form grid chart picture sound video keyboard mouse joystick printer font border margin header footer style template macro module compiler linker debugger project source object library resource bitmap icon caption routing delivery transfer connector bridge protocol packet socket token adapter terminal console batch task job event error trace system boot partition volume sector tape drive disk memory page stack heap thread process service driver setup install upgrade license package program application document message calendar contact reminder meeting address attachment signature",
);

/** Things. */
export const HEADS = list(
  "queue list window table buffer name value setting option entry request response monitor manager agent wizard editor viewer browser designer builder engine handler filter parser converter selector counter timer cache store map lock limit count size path link view pane tab button menu command dialog prompt column row key property method class function variable parameter argument expression constant handle pointer file log script catalog container node tree root branch collection set range region frame block segment header body part list-box text-box check-box combo-box scroll-bar control item label image layout page sheet section paragraph line cell channel port address route zone site role right permission ticket certificate session connection transaction snapshot checkpoint replica subscription publication schedule notification subsystem component interface extension provider",
);

/** What things do, third person. */
export const DOES = list(
  "stops fails closes flickers hangs disappears restarts expires overflows freezes repeats collapses scrolls blinks shrinks resets unloads disconnects beeps pauses",
);

/** What one does with things, bare. */
export const VERBS = list(
  "open close print save copy move rename delete create import export compile link load unload start stop install remove update refresh resize select attach detach lock unlock send receive forward browse sort filter search replace format convert compress extract mount scan register publish replicate archive restore schedule configure enable disable validate",
);

/** The same, ending in -ing. */
export const DOING = list(
  "opening closing printing saving copying moving renaming deleting creating importing exporting compiling linking loading starting installing removing updating refreshing resizing selecting attaching sending receiving browsing sorting filtering searching replacing formatting converting compressing restoring scheduling configuring",
);

/** How things are. */
export const QUALITIES = list(
  "incorrect missing truncated empty unavailable incomplete blank corrupt outdated unreadable misaligned duplicated garbled disabled invalid inconsistent slow locked unexpected unsupported",
);

/** Places where something happens; title case. */
export const PLACES = list(
  "Setup Preview Toolbox Explorer Inbox Console Wizard Dialog Network Desktop Startup Runtime Debugger Designer Registry",
);

/** Names of invented programs, companies and computers. */
export const NAMES = list(
  "Northtide Ferncroft Calibrant Ostwind Hallmere Pinvale Quarrell Redmarsh Silverlea Tamworthy Umberline Varnholt Westrow Yarrowgate Brackwater Corvane Dunmoor Eastfell",
);

/** Beginnings and ends of file names. */
export const FILE_PARTS = [
  list("ms wn ex sm sn vb vf md prn net cfg dlg lib snd vid key fnt ole mfc crt adm map spl log mem"),
  list("core serv list main util conv host view disp time link pool edit read data mail port draw text font task"),
  list("dll exe ocx sys drv vxd hlp ini txt mdb cpl lib obj"),
];

/** Steps of registry paths. */
export const KEY_PARTS = list(
  "Services Control Parameters Linkage Performance Security Setup Profiles Sessions Drivers Environment Providers Print Monitors Lsa Nls Tcpip Browser Spooler Queue Defaults Options Settings",
);
