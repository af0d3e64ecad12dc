// A former address: goes on to where the page is now, with the query and the section that were asked for.

const link = document.querySelector("a");
if (link) {
  const url = new URL(link.href);
  url.search = location.search;
  url.hash = location.hash;
  location.replace(url);
}
