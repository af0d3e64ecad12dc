// In a frame, such as a helpdesk's sidebar (partials/scheme.html says when): links lead on within it. Those that
// leave the handbook open in a tab of their own, as other sites will not be shown here, and so does the whole
// page, as it is now. All else is left to the sheet.

import { around } from "./dom.js";

/** @param {Event} event */
function leave(event) {
  const link = around(event, "a[href]");
  if (!(link instanceof HTMLAnchorElement)) return;
  const whole = link.classList.contains("whole");
  if (whole) link.href = location.href;
  if (whole || link.origin !== location.origin) link.target = "_blank";
}

// Before the page's own, which may set an address; the middle button is no click.
for (const press of ["click", "auxclick"]) document.addEventListener(press, leave, { capture: true });
