// The search engines compared, as a page loads them. Each gives `build(corpus)`, which is timed, and that gives
// `search(query)`, which is timed too and tells how many entries it found.
import MiniSearch from "/packages/minisearch/dist/es/index.js";
import { Charset, Index } from "/packages/flexsearch/dist/flexsearch.bundle.module.min.mjs";
import Fuse from "/packages/fuse.js/dist/fuse.min.mjs";
import { indexTokens, isPrefix, queryTokens } from "/bench/bigrams.mjs";

function flexSearch(options) {
  return async () => ({
    build({ texts }) {
      const index = new Index(options);
      texts.forEach((text, id) => index.add(id, text));
      // Its own limit is 100 results; all others give all.
      return { search: (query) => index.search(query, { limit: texts.length }).length };
    },
  });
}

export const engines = {
  "ours": async () => {
    const { default: init, Search } = await import("/module/bench.js");
    const { memory } = await init({ module_or_path: "/module/bench_bg.wasm" });
    return {
      build({ reportJson, copies }) {
        const index = new Search(reportJson, copies);
        return { search: (query) => index.search(query), free: () => index.free() };
      },
      wasmBytes: () => memory.buffer.byteLength,
    };
  },
  "MiniSearch, bigrams": async () => ({
    build({ texts }) {
      const index = new MiniSearch({
        fields: ["text"],
        tokenize: indexTokens,
        searchOptions: { tokenize: queryTokens, combineWith: "AND", prefix: isPrefix },
      });
      index.addAll(texts.map((text, id) => ({ id, text })));
      return { search: (query) => index.search(query).length };
    },
  }),
  // "forward" finds a bigram by its first character, too.
  "FlexSearch, bigrams": flexSearch({ tokenize: "forward", encoder: indexTokens }),
  "FlexSearch, its CJK": flexSearch({ tokenize: "strict", encoder: Charset.CJK }),
  // Without mistakes allowed, anywhere in the text: the least work it can do for this.
  "Fuse": async () => ({
    build({ texts }) {
      const index = new Fuse(texts, { threshold: 0, ignoreLocation: true });
      return { search: (query) => index.search(query).length };
    },
  }),
  "filter(includes)": async () => ({
    build: ({ texts }) => ({ search: (query) => texts.filter((text) => text.includes(query)).length }),
  }),
};
