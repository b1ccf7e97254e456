// Draws the chart that the frame's page holds, with no more of ECharts than bars need.
import { BarChart } from "echarts/charts";
import { GridComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { heightOf, optionOf } from "./chart-option.mjs";

use([BarChart, GridComponent, TitleComponent, CanvasRenderer]);

const chart = JSON.parse(document.getElementById("numbers").textContent);
const place = document.getElementById("chart");
place.style.height = `${heightOf(chart, place.clientWidth)}px`;
const drawing = init(place);
drawing.setOption(optionOf(chart, place.clientWidth));
window.addEventListener("resize", () => {
  drawing.resize({ height: heightOf(chart, place.clientWidth) });
  drawing.setOption(optionOf(chart, place.clientWidth), true);
});
