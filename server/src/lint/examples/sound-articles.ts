// The sound articles that rule examples are made from: one per kind, of our own writing, in the exact format.
// They must stay free of findings under every rule in both profiles; a test sees to it.

const DISCLAIMER = `THE INFORMATION IN THIS ARTICLE IS GIVEN AS IT IS, FOR THE SAKE OF
EXAMPLE ONLY, WITHOUT A PROMISE OF ANY KIND. ITS WRITERS DISCLAIM ALL
WARRANTIES, EXPRESS OR IMPLIED, AND WILL NOT ANSWER FOR ANY DAMAGE
THAT COMES OF ITS USE.`;

const RULER = "-".repeat(79);
const HEADER_RULER = "=".repeat(70);
const FOOTER_END = "=".repeat(77);

/** A corrected bug: all five sections, references, a list, a glued keyword tail. */
export const BUG_ARTICLE: string = `DOCUMENT:Q900100  14-MAR-2001  [sna]
TITLE   :FIX: Print Queue Stops After the Spooler Is Restarted
PRODUCT :Microsoft SNA Server
PROD/VER:winnt:3.0,4.0,4.0 SP1
OPER/SYS:
KEYWORDS:kbnetwork kbprintkbfixlist

${HEADER_RULER}
${RULER}
The information in this article applies to:

 - Microsoft SNA Server versions 3.0, 4.0, 4.0 SP1 
${RULER}

SYMPTOMS
========

The queue stops.

When the spooler is restarted while a host print session is open, no later job
reaches the printer.

CAUSE
=====

The session keeps the handle of the former spooler.

RESOLUTION
==========

To resolve this problem, close the session before the spooler is restarted. For
additional information, please see the following article in the Knowledge Base:

   Q900101 HOWTO: Close a Host Print Session

STATUS
======

This problem was corrected in version 4.0 Service Pack 2.

MORE INFORMATION
================

To see the behavior, follow these steps:

1. Open a host print session.

2. Restart the spooler.

3. Print a page.

Additional query words: prodsna spool

${HEADER_RULER}
Keywords          : kbnetwork kbprint kbfixlist
Technology        : kbAudDeveloper
Version           : winnt:3.0,4.0,4.0 SP1
Issue type        : kbbug
Solution Type     : kbfix

${FOOTER_END}

${DISCLAIMER}

Copyright Example Corporation 2001.`;

/** A how-to: SUMMARY and MORE INFORMATION, sub-bullets, no tail keywords. */
export const HOWTO_ARTICLE: string = `DOCUMENT:Q900101  02-JUL-2001  [sna]
TITLE   :HOWTO: Close a Host Print Session
PRODUCT :Microsoft SNA Server
PROD/VER::4.0
OPER/SYS:
KEYWORDS:kbnetwork kbprint

${HEADER_RULER}
${RULER}
The information in this article applies to:

 - Microsoft SNA Server version 4.0, on platform(s):
    - Microsoft Windows NT Server version 4.0 
${RULER}

SUMMARY
=======

This article describes how to close a host print session.

MORE INFORMATION
================

Stop the session in the manager, and then wait until the printer is idle.

 - A session without jobs closes at once.

 - A session with jobs closes when the last one is printed.

Additional query words:

${HEADER_RULER}
Keywords          : kbnetwork kbprint 
Technology        : kbAudDeveloper
Version           : :4.0
Issue type        : kbhowto

${FOOTER_END}

${DISCLAIMER}

Copyright Example Corporation 2001.`;

/** A page in the Programmer's Library dialect, which has no sections and no footer. */
export const MSPL_PAGE: string = `---
layout: page
title: "Q90102: Printing Two Columns Takes One SUB"
permalink: /kb/090/Q90102/
---

## Q90102: Printing Two Columns Takes One SUB

{% raw %}

\tArticle: Q90102
\tProduct(s): See article
\tVersion(s): 4.00 4.00b 4.50
\tOperating System(s): MS-DOS
\tKeyword(s): ENDUSER | SR# B_BasicCom | mspl13_basic
\tLast Modified: 2-MAY-1989
\t
\tThe program below prints two columns with one SUB procedure.
\t
\tDECLARE SUB Column (Text$)
{% endraw %}
`;
