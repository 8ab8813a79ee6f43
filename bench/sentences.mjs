// The sentences of generated articles, by the section that they stand in: our own wording. Braces hold what is filled
// in for each use: a thing, a verb, a file, the product.

/** Sentences by section. */
export const SENTENCES = {
  SYMPTOMS: [
    "When you {verb} the {thing}, the {thing} {does} without a warning.",
    "After you {verb} the {thing} on {machine}, every {thing} that was open is {quality}.",
    "The {thing} may be {quality} while {program} is {doing} the {thing}.",
    "{program} {does} when the {thing} holds more than {number} entries.",
    "If you {verb} the {thing} and then {verb} the {thing}, the computer {does} for about {number} seconds.",
    "Users of {machine} cannot {verb} the {thing}, although they have the right to {verb} it.",
    "The {thing} shows {number} instead of the number of entries in the {thing}.",
    "One or more of the following occur while you are {doing} the {thing}, depending on the size of the {thing}.",
    "The {ui} button stays unavailable until you {verb} the {thing} a second time.",
  ],
  CAUSE: [
    "The {thing} is not initialized before {program} reads the {thing}.",
    "This behavior occurs because {file} keeps a copy of the {thing} that is never released.",
    "The buffer for the {thing} holds {number} bytes, which is too small for the {thing}.",
    "The {thing} is written to {file} in the wrong order if two users {verb} it at once.",
    "A lock on the {thing} is held by {file} while the {thing} is refreshed.",
    "{program} expects the {thing} in the folder of the {thing}, and {file} is not there.",
    "Every {thing} counts against the limit of {number}, even if it was deleted.",
  ],
  RESOLUTION: [
    "Remove the {thing}, restart {machine}, and then {verb} the {thing} again.",
    "Replace {file} with the version from the installation disks of {program}.",
    "Click {ui}, select the {thing} that you want, and then click OK.",
    "Set the {thing} to a value between {number} and {number}00, and then {verb} the {thing}.",
    "Before you {verb} the {thing}, make sure that the {thing} is not {quality}.",
    "Rename {file} to a name of your choice, so that {program} makes a new one.",
    "To do this, {verb} the {thing} from the {ui} menu of {program}.",
  ],
  WORKAROUND: [
    "To work around this behavior, {verb} the {thing} before you {verb} the {thing}.",
    "Do not {verb} the {thing} while {program} is {doing} the {thing}.",
    "Use the {ui} command instead of the {thing}.",
    "Keep the {thing} and the {thing} on different drives.",
    "Ask each user to {verb} the {thing} by hand once a week.",
  ],
  STATUS: [
    "This behavior was confirmed in the versions of {program} that are listed at the top of this article.",
    "The {thing} no longer {does} in later versions of {program}.",
    "We are looking into this and will add to this article what we find about the {thing}.",
    "This behavior is by design of the {thing}.",
  ],
  SUMMARY: [
    "This article describes how to {verb} the {thing} of {program} with the {thing}.",
    "{program} does not {verb} the {thing} by itself; this article lists what to do instead.",
    "The {thing} lets you {verb} each {thing} without {doing} the {thing} first.",
    "This article tells which {thing} to use when the {thing} is {quality}.",
    "The following text is about the {thing}, the {thing}, and the way in which {program} treats both.",
  ],
  "MORE INFORMATION": [
    "The {thing} is kept in {file}, which {program} reads once while {doing} the {thing}.",
    "Each {thing} has a name of up to {number} characters and belongs to exactly one {thing}.",
    "If the {thing} is {quality}, {program} falls back to the {thing} of the current user.",
    "You can {verb} the {thing} with the {ui} command, or from a program that calls {file}.",
    "On {machine}, {number} of the entries were {quality} after {doing} the {thing}.",
    "Between two updates of the {thing}, the {thing} is not written to disk.",
    "The order in which {program} looks at the {thing} does not depend on the {thing}.",
    "As soon as you {verb} the {thing}, every {thing} below it is marked as {quality}.",
    "Earlier versions of {program} kept the {thing} in the {thing} rather than in {file}.",
    "The {ui} page of the {thing} shows what was found in the {thing} since the last start.",
  ],
  REFERENCES: [
    "For more on the {thing}, search the online Help of {program} for the words that name it.",
    "The manual of {program} treats the {thing} in the chapter on the {thing}.",
    "See also the file {file} that comes with {program}.",
  ],
};

/** Sentences that announce several steps. */
export const STEPS_INTRO = [
  "To {verb} the {thing}, follow these steps:",
  "To see this behavior on {machine}, do the following:",
  "Use these steps to {verb} the {thing} by hand:",
];

/** Steps. */
export const STEPS = [
  "Start {program}, and then {verb} the {thing}.",
  "On the {ui} menu, click {ui}.",
  "In the {ui} box, type the name of the {thing}, and then click OK.",
  "Wait until the {thing} is no longer {quality}. This may take up to {number} seconds on a slow computer.",
  "Copy {file} to the folder of the {thing}.",
  "Quit {program}, and restart {machine}.",
  "Select the {thing}, click {ui}, and {verb} the {thing} that you made before.",
];

/** Sentences that announce a list, and its items. */
export const ITEMS_INTRO = [
  "The {thing} has the following parts:",
  "Check each of these on {machine}:",
  "This applies to all of these:",
];

/** Items. */
export const ITEMS = [
  "The {thing} is {quality}.",
  "{program} cannot {verb} the {thing}.",
  "The {thing} in {file}, if it is larger than {number} bytes.",
  "More than {number} users {verb} the {thing} at the same time, and the {thing} was not refreshed since.",
];

/** Remarks. */
export const REMARKS = [
  "NOTE: Do not {verb} the {thing} before the {thing} was saved.",
  "NOTE: This takes effect only after you restart {program} on {machine}.",
  "IMPORTANT: The {thing} is lost when you {verb} the {thing}.",
];

/** What error messages say. */
export const ERRORS = [
  "Cannot {verb} the {thing} ({number}).",
  "The {thing} is {quality}. Check the {thing}.",
  "{file} caused a fault while {doing}.",
  "Not enough room for the {thing}.",
];

/** Titles without their tag; words are capitalized. */
export const TITLES = [
  "{Thing} {Does} After {Doing} {Thing}",
  "Cannot {Verb} {Thing} If {Thing} Is {Quality}",
  "{Quality} {Thing} When You {Verb} {Thing}",
  "{Thing} {Does} on {Name} {Thing}",
  "{Thing} Is {Quality} in {Place}",
  "{Doing} {Thing} Makes {Thing} {Quality}",
  "Unable to {Verb} {Thing} from {Place}",
  "{Thing} and {Thing} Are {Quality} in {Place}",
  "{Place} {Does} While {Doing} {Thing}",
  "Error {Number} {Doing} {Thing} on {Name} Computers",
];

/** Titles with characters that pages escape. */
export const ESCAPED_TITLES = [
  'Error "{Quality} {Thing}" After {Doing} {Thing}',
  '"{Thing} Not Found" When You {Verb} {Thing}',
  "{Thing} & {Thing} {Does} in {Place}",
  "{Thing} Ignores <{Place}> Switch When {Doing}",
  "[{Place}] {Thing} Is {Quality}",
];

/** Titles of articles that tell how something is done. */
export const HOWTO_TITLES = [
  "{Verb} {Thing} with {Thing}",
  "{Verb} {Thing} Without {Doing} {Thing}",
  "{Verb} {Quality} {Thing} from {Place}",
];
