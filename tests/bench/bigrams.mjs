// Cuts Chinese text into overlapping pairs of characters, as search engines that know words by spaces only need it.

const RUN = /\p{Script=Han}+|[0-9]+(?:\.[0-9]+)?%?|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

const isWord = (run) => !/^\p{Script=Han}{2}/u.test(run);

function pairs(scalars) {
  return scalars.slice(1).map((second, at) => scalars[at] + second);
}

const runs = (text) => (text.match(RUN) ?? []).map((run) => run.toLowerCase());

/// What a query looks for: pairs, or the single character it is.
export const queryTokens = (text) => runs(text).flatMap((run) => (isWord(run) ? [run] : pairs(Array.from(run))));

/// What a text is found by. The last character of a run begins no pair, so it stands alone as well: then every
/// single character is found as the beginning of a token.
export function indexTokens(text) {
  return runs(text).flatMap((run) => {
    const scalars = Array.from(run);
    return isWord(run) ? [run] : [...pairs(scalars), scalars[scalars.length - 1]];
  });
}

/// Single characters and numbers are still being typed; a pair is whole.
export const isPrefix = isWord;
