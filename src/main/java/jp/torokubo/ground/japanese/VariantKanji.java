// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Older and other shapes of a kanji (異体字), folded into the usual one so that a search finds either.
 *
 * <p>Never used on what is stored or shown: to the people and companies that bear them, these are different characters. In the
 * table the usual shape stands first, the other after it. A usual shape is never itself another's variant.
 */
final class VariantKanji {

    private static final Map<Integer, Integer> USUAL = Arrays.stream("""
            万萬 与與 両兩 並竝 乗乘 乱亂 亀龜 予豫 争爭 亜亞 仏佛 仮假 会會 伝傳 体體 余餘 併倂 価價 侭儘 倹儉 偽僞 兎兔 児兒 党黨 円圓 写寫 冴冱 凛凜
            処處 刃刄 剣劍 剤劑 剰剩 励勵 労勞 効效 勧勸 勲勳 区區 医醫 単單 厳嚴 双雙 収收 叙敍 台臺 号號 吉𠮷 営營 嘱囑 回囘 団團 囲圍 図圖 国國 圏圈
            土圡 圧壓 堕墮 塁壘 塩鹽 増增 壌壤 壮壯 壱壹 売賣 壷壺 変變 奥奧 奨奬 嬢孃 学學 宝寶 実實 富冨 寛寬 寝寢 対對 寿壽 専專 将將 尭堯 尽盡 届屆
            属屬 岳嶽 峡峽 峰峯 島嶋 島嶌 崎嵜 崎﨑 巌巖 巻卷 帯帶 帰歸 庁廳 広廣 廃廢 弁瓣 弁辨 弁辯 弐貳 弥彌 強强 弾彈 当當 径徑 従從 徳德 徳悳 応應
            恋戀 恒恆 恵惠 悩惱 悪惡 惨慘 慎愼 懐懷 戦戰 戯戲 払拂 抜拔 択擇 担擔 拝拜 拠據 拡擴 挙擧 挟挾 挿插 捜搜 掲揭 揺搖 携攜 摂攝 撃擊 教敎 数數
            斉斊 斉齊 斎斋 斎齋 断斷 旧舊 昼晝 晋晉 暁曉 曽曾 条條 来來 枢樞 柳栁 栄榮 桑桒 桜櫻 桟棧 桧檜 検檢 楼樓 楽樂 様樣 槙槇 権權 横橫 橋槗 欠缺
            欧歐 歓歡 歩步 歯齒 残殘 殴毆 殻殼 毎每 気氣 没沒 沢澤 浄淨 浅淺 浜濱 浜濵 涛濤 清淸 済濟 渋澁 渓溪 渕淵 渕渊 温溫 湾灣 湿濕 満滿 滝瀧 滞滯
            潅灌 潜潛 瀬瀨 灯燈 炉爐 点點 為爲 焼燒 犠犧 状狀 独獨 狭狹 猟獵 献獻 獣獸 瓶甁 画畫 畳疊 痴癡 発發 県縣 真眞 研硏 砕碎 砺礪 砿礦 礼禮 禅禪
            秋穐 秘祕 称稱 税稅 稲稻 穂穗 穏穩 穣穰 窃竊 窓窗 竜龍 篭籠 粋粹 粛肅 糸絲 経經 絵繪 継繼 続續 総總 緑綠 緒緖 縁緣 縄繩 縦縱 繊纖 缶罐 群羣
            翻飜 聡聰 聴聽 胆膽 脳腦 臓臟 舎舍 船舩 艶艷 芦蘆 芸藝 茎莖 荘莊 蔵藏 薫薰 薬藥 薮藪 虚虛 虫蟲 蚕蠶 蛍螢 蛮蠻 蝉蟬 蝋蠟 衛衞 装裝 裏裡 褒襃
            覇霸 覚覺 覧覽 観觀 触觸 訳譯 証證 誉譽 読讀 諌諫 謡謠 譲讓 豊豐 賎賤 賛贊 跡蹟 践踐 躯軀 転轉 軽輕 辞辭 辺邉 辺邊 逓遞 遅遲 遥遙 那𨙻 郎郞
            郷鄕 酔醉 醸釀 釈釋 野埜 鉄鐵 鉤鈎 鉱鑛 銭錢 鋳鑄 録錄 鎮鎭 間閒 関關 闘鬪 闘鬬 陥陷 険險 随隨 隠隱 隣鄰 隷隸 霊靈 青靑 静靜 靭靱 頚頸 頼賴
            顔顏 顕顯 飲飮 館舘 駅驛 駆駈 駆驅 騒騷 験驗 騨驒 髄髓 高髙 髪髮 鴎鷗 鶏鷄 鶴靍 鶴靏 麦麥 麹麴 麺麵 黄黃 黒黑 黙默 齢齡
            """.trim().split("\\s+"))
            .map(pair -> pair.codePoints().toArray())
            .collect(Collectors.toUnmodifiableMap(pair -> pair[1], pair -> pair[0]));

    private VariantKanji() {}

    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().map(point -> USUAL.getOrDefault(point, point)).forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
