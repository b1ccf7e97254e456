// ECharts' option for a chart of the report: horizontal bars with their values, title, subtitle, as ours are drawn.

const COLOURS = { first: "#14508c", second: "#6b94bf", text: "#1d2126", quiet: "#565d66" };

/// Below this width titles and labels break into lines.
const NARROW = 500;
const ROW = 44;

/// Room for title and subtitle.
const headOf = (width) => (width < NARROW ? 130 : 80);

export const heightOf = (chart, width) => headOf(width) + chart.rows.length * ROW + 20;

/// Second of a pair or part of a whole, lighter than the first.
function isSecond(chart, at) {
  return (chart.kind === "pairs" && at % 2 === 1) || (chart.kind === "parts" && at > 0);
}

export function optionOf(chart, width) {
  const broken = (share) => (width < NARROW ? { width: width * share, overflow: "break" } : {});
  return {
    animation: false,
    title: {
      left: 0,
      text: chart.title,
      subtext: chart.subtitle,
      textStyle: { color: COLOURS.text, fontSize: 21, ...broken(0.95) },
      subtextStyle: { color: COLOURS.quiet, fontSize: 14, ...broken(0.95) },
    },
    grid: { top: headOf(width), right: 80, bottom: 20, left: 20, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: chart.kind === "rates" ? { type: "value", max: 100, interval: 50 } : { type: "value", show: false },
    yAxis: {
      type: "category",
      inverse: true,
      data: chart.rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLabel: { color: COLOURS.text, fontSize: 15, ...broken(0.35) },
    },
    series: [
      {
        type: "bar",
        barWidth: 20,
        data: chart.rows.map(({ value, printed }, at) => ({
          value,
          itemStyle: { color: isSecond(chart, at) ? COLOURS.second : COLOURS.first },
          label: { show: true, position: "right", formatter: () => printed, color: COLOURS.first, fontSize: 15 },
        })),
      },
    ],
  };
}
