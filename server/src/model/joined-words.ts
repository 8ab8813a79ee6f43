// Compounds that the archive writes with a hyphen, measured from its articles: those of six articles and more in a
// third of it. They tell a hyphen that a line join tore off its word from one that stands for a word left out.

const JOINED: ReadonlySet<string> = new Set(
  (
    "10-point 12-point 128-bit 16-bit 16-color 2-byte 24-bit 24-hour 256-color 3-d 32-bit 4-byte 40-bit 56-bit " +
    "64-bit 8-bit 8-byte above-mentioned add-in add-ins add-on alternate-click apartment-model apartment-threaded " +
    "appn-capable ascii-text auto-detect auto-started back-end back-level back-up backed-up bi-directional " +
    "browse-time built-in business-critical case-insensitive cd-rom cd-roms cgi-bin check-in check-out checked-in " +
    "clean-up client-server client-side command-line compile-time control-menu cpi-c cross-linked cross-platform " +
    "cross-process cross-reference cross-references cross-site cross-tab data-bound data-type db-library " +
    "delta-mif design-time device-independent dial-in dial-up dot-matrix double-byte double-check double-click " +
    "double-clicked double-clicking double-clicks drop-down dsn-less dual-boot dual-channel dynamic-link e-mail " +
    "end-user end-users english-language error-handling event-driven fail-over fill-in fixed-length fixed-width " +
    "floating-point forward-only four-digit four-part front-end full-duplex full-screen full-text fully-qualified " +
    "half-duplex hard-coded hard-disk hewlett-packard high-resolution high-speed high-traffic high-volume " +
    "higher-resolution host-initiated i-beam in-depth in-line in-place in-process in-use inter-site keep-alives " +
    "late-bound late-breaking left-aligned left-click left-hand left-most left-mouse load-balancing logged-in " +
    "logged-on long-distance low-level low-memory low-order lower-case lower-left lower-level lower-right " +
    "mail-merge mixed-case module-level ms-dos ms-press multiple-column multiple-document multiple-site " +
    "multiple-step net-library no-cache no-charge null-terminated off-line on-demand on-line on-screen " +
    "one-dimensional one-line one-page one-time one-way out-of p-code palm-size parent-child password-protected " +
    "per-client plug-in plug-ins pop-up post-service post-setup post-windows project-level protected-mode " +
    "pull-down read-only read-write real-mode real-time rft-dca right-aligned right-click right-clicking " +
    "right-hand right-most right-mouse run-time script-mapped select-sql server-side session-level share-level " +
    "short-cut sign-in sign-on sign-up single-byte single-channel single-column single-line single-threaded " +
    "single-tier single-user site-wide snap-in snap-ins software-metering source-code sql-select sr-1 stand-alone " +
    "start-up step-by sub-classed sub-directories sub-directory sub-folders sub-key sub-menu system-wide t-sql " +
    "text-only third-party thread-safe three-dimensional three-dot three-tier time-out toll-free top-left " +
    "top-level top-most top-right transact-sql two-byte two-column two-digit two-dimensional two-page two-phase " +
    "two-step type-ahead upper-case upper-left upper-right user-friendly user-level variable-length vice-versa " +
    "virus-detection web-installable well-known word-processing word-wrap write-protected write-up z-order " +
    "zero-byte zero-length ziff-davis"
  ).split(" "),
);

// Elements that the archive joins to twenty words and more, so that any word counts as joined to them.
const FIRST: ReadonlySet<string> = new Set("anti multi non pre re self semi".split(" "));
const LAST: ReadonlySet<string> = new Set(
  (
    "based related specific compatible compliant aware enabled style oriented " +
    "generated created defined dependent formatted tested sensitive delimited"
  ).split(" "),
);
// Behind a hyphen and a blank these make a suspended compound: `16- and 32-bit`.
const SUSPENDING: ReadonlySet<string> = new Set(
  "a an and are as but for if is nor or the then through to versus with".split(" "),
);

/** Whether the archive joins the two words by a hyphen. */
export function isJoined(first: string, second: string): boolean {
  const before = first.toLowerCase();
  const after = second.toLowerCase();
  if (SUSPENDING.has(after)) return false;
  return JOINED.has(`${before}-${after}`) || (/^[a-z]{2}/.test(after) && (FIRST.has(before) || LAST.has(after)));
}
