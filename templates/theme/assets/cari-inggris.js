/* The forms of an English word. The records are Indonesian on every page, so these count beside
   what the stemmer makes of a word. Harman's S-stemmer (1991, doi:
   10.1002/(SICI)1097-4571(199101)42:1<7::AID-ASI2>3.0.CO;2-P), and the endings -ing, -ed and -e. */
const PLURALS = [
  [/([^ae])ies$/, "$1y"],
  [/([^aeo])es$/, "$1e"],
  [/([^us])s$/, "$1"],
];
const ENDING = /([a-z]{3})(ing|ed|e)$/;

/** Without the ending of the plural, and without that of the verb: ratings, rating, rat. */
export function forms(word) {
  const [end, rest] = PLURALS.find(([end]) => end.test(word)) ?? [/$/, ""];
  const singular = word.replace(end, rest);
  return [singular, singular.replace(ENDING, "$1")];
}
