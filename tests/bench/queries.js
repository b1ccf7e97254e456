// What readers type, one character after the other: every beginning of a query is a keystroke.

const TYPED = [
  // Words of the report, from two characters to ten.
  "行政复议", "双随机", "一窗通办", "法治政府建设", "法律援助", "营商环境", "放管服", "人民调解",
  "公共法律服务中心", "行政规范性文件", "梧州市人民政府", "行政应诉胜诉率",
  // Single characters, rare and frequent.
  "案", "党", "的",
  // Numbers.
  "3465", "96.9%", "1.9万",
  // Words it does not have.
  "起诉", "垃圾分类", "量子计算", "碳达峰",
];

const prefixes = TYPED.flatMap((query) => {
  const scalars = Array.from(query);
  return scalars.map((_, at) => scalars.slice(0, at + 1).join(""));
});

module.exports = { TYPED, prefixes };
