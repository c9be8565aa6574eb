/**
 * The page of the workbench's frame: the built taskpane.html with one script more, before office.js, that takes `window.external`
 * from the parent page. Every other file of the frame is byte for byte the one that is shipped.
 */
function frameHtml(html) {
  const head = html.indexOf("<head>");
  if (head < 0) throw new Error("taskpane.html has no <head>");
  return `${html.slice(0, head + 6)}<script>parent.attachExcel(window)</script>${html.slice(head + 6)}`;
}

module.exports = { frameHtml };
