// Reads what the benchmarks need out of report.json: sentences, sections and charts with their figures.

/// Spans count Unicode scalars, JavaScript's strings count UTF-16 units; the text is cut up once.
function slicer(report) {
  const scalars = Array.from(report.text);
  return ([start, end]) => scalars.slice(start, end).join("");
}

/// Sections as blocks of sentences, each with the element that holds it: a heading or a paragraph.
function sections(report) {
  const slice = slicer(report);
  const block = (tag, sentences) => ({ tag, sentences: sentences.map(({ number, span }) => ({ number, text: slice(span) })) });
  return report.sections.map(({ id, level, heading, paragraphs }) => ({
    id,
    blocks: paragraphs
      .map(({ sentences }) => sentences.filter(({ kind }) => kind !== "space"))
      .flatMap((sentences) => {
        const words = sentences.filter(({ span }) => heading && span[0] === heading[0]);
        const others = sentences.filter((sentence) => !words.includes(sentence));
        return [words.length > 0 && block(level === 0 ? "h2" : "h3", words), others.length > 0 && block("p", others)].filter(Boolean);
      }),
  }));
}

/// Every sentence and heading, in order.
function sentences(report) {
  const slice = slicer(report);
  const all = report.sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.sentences));
  return all.filter(({ kind }) => kind !== "space").map(({ number, span }) => ({ number, text: slice(span) }));
}

/// Charts that show figures, each with rows of label, value and the value as printed.
function charts(report) {
  const figures = new Map(report.figures.map((figure) => [figure.id, figure]));
  const slice = slicer(report);
  const row = ({ label, quantity, span }) => ({ label, value: quantity.value, printed: slice(span) });
  return report.charts
    .filter((chart) => chart.figures.length > 0)
    .map(({ id, kind, title, subtitle, description, figures: ids }) => ({
      id,
      kind,
      title,
      subtitle,
      description,
      rows: ids.map((figure) => row(figures.get(figure))),
    }));
}

module.exports = { slicer, sections, sentences, charts };
