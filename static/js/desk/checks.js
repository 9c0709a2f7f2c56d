// What the editor's checks look for besides Wagtail's own. Their words are in portal/pages/care/checker.py.

const WORD = /[\p{L}\d]+(?:[-’'.,][\p{L}\d]+)*/gu;
const END = /(?<=[.!?])\s+(?=[\p{Lu}\d"”])|:\s|\n/u;

function saysWhere(link, { vague }) {
  const said = link.textContent.trim().toLowerCase().replace(/[\s.!:…]+$/u, "");
  return !vague.includes(said);
}

function isShort(paragraph, { most }) {
  const holdsParagraphs = paragraph.querySelector("p") !== null;
  return holdsParagraphs || paragraph.textContent.split(END).every((sentence) => (sentence.match(WORD) ?? []).length <= most);
}

const userbar = window.wagtail?.userbar;
userbar?.registerCheck("portal-link-says-where", saysWhere);
userbar?.registerCheck("portal-short-sentences", isShort);
