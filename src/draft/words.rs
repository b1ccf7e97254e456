//! The words by which the names of figures are told from the sentence around them: verbs, links, what
//! a noun ends at, what headings begin and end with.

/// Words, one space between them. The first that fits is taken: longer ones stand before those they
/// begin or end with where it matters.
#[derive(Clone, Copy)]
pub(super) struct Words(pub(super) &'static str);

impl Words {
    /// Each in order.
    pub(super) fn iter(self) -> impl Iterator<Item = &'static str> + Clone {
        self.0.split_ascii_whitespace()
    }

    /// Whether it is one of them.
    pub(super) fn contains(self, word: &str) -> bool {
        self.iter().any(|known| known == word)
    }

    /// The first of them that `words` begin with.
    pub(super) fn beginning(self, words: &str) -> Option<&'static str> {
        self.iter().find(|known| words.starts_with(known))
    }

    /// The first of them that `words` end with.
    pub(super) fn end(self, words: &str) -> Option<&'static str> {
        self.iter().find(|known| words.ends_with(known))
    }
}

/// Verbs of administration, with which a label may begin; what comes behind is what is counted.
pub(super) const VERBS: Words = Words(
    "\
    统筹     新增 新建 新办 新设 新聘 新评 改建 扩建 建成 建立 建设 完成 办理 受理 审结 办结 结案 收到 \
    收案 立案 查处 查办 处理 处置 开展 举办 召开 组织 培训 发放 派发 印发 制定 出台 修订 修改 \
    清理 废止 审查 审核 审批 审议 备案 公布 公开 发布 接待 解答 提供 化解 调解 调处 排查 检查 \
    巡查 抽查 整改 整治 整备 拆除 改造 投入 投放 实现 引进 签订 签约 资助 扶持 支持 补贴 奖励 \
    减免 取消 下放 承接 精简 压减 压缩 设立 成立 组建 选派 配备 聘请 聘任 吸引 覆盖 惠及 涉及 \
    发生 达成 移送 处罚 罚款 罚没 追缴 挽回 追回 提起 起诉 应诉 撤销 维持 驳回 确认 责令 纠正 终止 送达 \
    执行 抓获 破获 刑拘 逮捕 帮助 服务 援助 打通 开通 启动 推出 更换 淘汰 盘活 释放 消化 划定 \
    落实 打造 培育 认定 获得 荣获 承办 主办 安排 筹集 募集 接受 登记 注册 创建 创办 招聘 招录 \
    转移 治理 种植 绿化 清除 销毁 查扣 收缴 关停 关闭 约谈 曝光 通报 梳理 编制 编印 制作 播出 \
    刊发 推送 回复 答复 转办 交办 督办 督查 评查 评选 考核 解决 安置 救助 保障 供应 筹建 续建 \
    筹措 拨付 下达 告知 转送 移交 分流 竣工 开工 投用 上线 入驻 纳入 形成 采集 录入 归集 汇聚 共享 \
    新改扩建 改扩建 新认定 新引进 新开工 新开业 新培育 新登记 新注册 新开通 新拓展 新签约 新落户 新获批 \
    退出 互派 匹配 引育 招引 去化 输送 选聘 开发 交付 收储 出让 兑现 治愈 复绿 植树 造林 联合 举行",
);

/// What may stand between what is counted and its number.
pub(super) const LINKS: Words = Words(
    "\
    缩短至 缩短到 分别为 分别达 分别达到 分别是 分别 达到了 达到 达 为 共计 合计 总计 累计 共有 \
    共 各 均为 均 占 仅 仅有 有 是 已 了 等 提高到 提高至 提升到 提升至 增加到 增加至 增长到 \
    增长至 增至 跃升到 跃升至 跃升 上升到 上升至 下降到 下降至 降低到 降低至 降到 降至 升到 升至 减少到 减少至 \
    发展到 发展至 攀升至 攀升到 保持在 保持 实现了 实现 高达 长达 多达 拟按 力争达到 争取达到 争取 \
    减至 缩小至 缩小到 压缩到 压缩至 压减至 压减到 扩大到 扩大至 突破 超过 接近 近 约 超 逾 从 \
    由 到 至 其中 ： : 多 余 的 位居 位列 名列 排名 居 列 稳定在 保持在 控制在",
);

/// Words that say how something changed; they stay in the label.
pub(super) const CHANGES: Words = Words(
    "\
    年均增长 年均上涨 年均上升 年均提高 年均下降 年均减少 年均降低 \
    实际增长 名义增长 增长 增加 提高 提升 上升 增幅 下降 减少 降低 压减 压缩 缩短 回落 降幅 扩大 缩小",
);

/// What a change is measured from, and words of time and measure that name nothing.
pub(super) const ASIDES: Words = Words(
    "\
    （下同） （同口径） 同比 环比 比上年 较上年 比上年同期 较上年同期 较去年 比去年 较去年同期 比去年同期 全年 年内 \
    今年以来 今年 本年度 本年 去年 截至目前 目前 已经 已 还 并 再 先后 累计 依法 成功 及时 同时 \
    此外 共计 总计 合计 共 全部 一年来 以来 下同 年均 平均 至今 截至 上半年 下半年 年末 年底 全力 \
    积极 当年 期间 期内 力争 确保 预计 计划 首次 历史性 翻 率先 在全国率先 在全省率先",
);

/// Words that need the subject of the clause before to say anything.
pub(super) const WEAK: Words = Words(
    "\
    总数 总量 总额 增量 每平方公里 总面积 总人数 数量 金额 比例 占比 比重 标的额 居全国 居全省 居全市 居全区 \
    占全国 占全省 占全市 占全区 占总数 位居全国 位居全省 位居全市 排名全国 排名全省 排名全市 \
    全国 全省 全市 其余 其他 计划总投资 计划投资 产值 总产值 成交额 交易额 处罚金额 查处金额 罚款 罚款金额 罚没款 出动人员 出动执法人员 出动警力 正在办理 总估值 估值 总规模 规模 诊疗量 营收 增速 年均增速 投资 总投资 涉案金额 涉及金额 涉案 人数 件数 次数 面积 人 率",
);

/// Words that end or begin as a link or a stop does, and are words of their own: 签约 is no 签 with 约 behind
/// it.
pub(super) const COMPOUNDS: Words = Words(
    "\
    签约 预约 公约 条约 节约 合约 违约 制约 邀约 履约 特约 契约 集约 新居 民居 定居 安居 移居 邻居 旧居 宜居 \
    同居 侨居 独居 社居 作为 行为 认为 服从 自从 邻近 附近 靠近 临近 最近 相近 赶超 反超 众多 许多 最多 \
    剩余 结余 盈余 其余 富余 业余 国有 所有 拥有 含有 持有 享有 没有 私有 民有 特有 公有 平均 人均 户均 年均 日均 月均 \
    地均 师均 生均 床均 亩均 均值 均衡 均等 平等 等级 等待 等额 中等 高等 优等 上等 同等 初等 一等 二等 三等 \
    共体 共建 共享 共治 共同 共有 共识 共青 公共 联合并 合并 并购 并网 并轨 并联 侵占 系列 班列 专列 行列 排列 序列 陈列 \
    抵达 直达 传达 发达 表达 到达 通达 送达 转达 自由 理由 事由 为民 为主 位居 中心 对接 发为 均价 \
    报到 签到 达到 得到 直到 迟到 以至 甚至 直至",
);

/// What stands between an amount and what it is spent on.
pub(super) const PURPOSES: Words = Words("专项用于 用于 实施 支持 开展 推进 加快 建设 投向");

/// What ends a noun behind a number: from there on the sentence tells something of it.
pub(super) const ENDS_OF_NOUN: Words = Words(
    "\
    在我 完成 参加 参赛 得到 实现 并 已 均 全部 进行 开展 获得 通过 纳入 取得 进入 达到 增长 \
    下降 ， 等 共 累计 集中收听 收听 收看",
);

/// What says no more than that all of a place is meant, or that some are left.
pub(super) const WIDE: Words = Words("全县 全市 全区 全省 全州 全镇 全旗 仍 仍有 尚有 还有 有");

/// What things that are counted did, by which they are told from others.
pub(super) const DEEDS: Words = Words(
    "未 尚未 仍未 实现 完成 通过 获得 获评 纳入 取得 进入 达到 参加 得到 入选 建成 荣获 获批 登陆 落户 投产 投用 上榜",
);

/// How names of what is measured end.
pub(super) const MEASURES: Words = Words(
    "\
    增加值 总产值 产值 投资额 投资 总产量 产量 销量 收入 支出 余额 人数 人次 企业数 数量 面积 总额 额 \
    占比 比重 率 价格 指数 浓度 水平 总量 量 数 保险 里程 规模",
);

/// What no noun begins with.
pub(super) const NO_NOUN: Words = Words(
    "\
    缩短 缩小 扩大 压缩 压减 跃升 以上 以下 以内 以来 左右 之内 之间 内 前 后 大关 和 及 与 或 \
    并 、 多 余 起 止 时 ； 到 至 增 降 上升 下 上 ， 。 因 由 按 经 未 被 将 已 均 全部 得到 \
    顺利 了 次 为 是 占 提高 提升 减少 左",
);

/// With which headings begin, and what they are about comes behind.
pub(super) const OPENINGS: Words = Words(
    "\
    进一步 全面 持续 深入 不断 切实 着力 加快 大力 积极 扎实 有效 稳步 坚持 统筹 严格 认真 继续 \
    充分 努力 坚决 牢牢 全力 有序 纵深 依法 科学 创新 主动 定期 推进 推动 加强 强化 健全 完善 \
    提升 提高 落实 做好 抓好 开展 促进 优化 深化 加大 学习 贯彻 宣传 营造 形成 立起 集中 围绕 \
    紧紧 组织 构建 建立 发挥 实施 履行 打造 聚焦 突出 畅通 狠抓 夯实 压实 关于 一是 二是 三是 \
    四是 五是 持之以恒 坚定不移 高水平 高质量 高标准 聚力 奋力 着眼",
);

/// With which they end, and which say nothing of their own.
pub(super) const CLOSINGS: Words = Words(
    "\
    重要指示 重要论述 重要讲话精神 体制机制 工作 水平 能力 建设 力度 机制 体系 作用 质量 制度 情况 方面 职能 职责 有关 相关 的 法治保障 \
    保障 格局 上",
);
