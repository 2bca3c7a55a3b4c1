// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.torokubo.Everywhere;
import org.junit.jupiter.api.Test;

class CivilDayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Everywhere
    void aDayIsReadInEveryFormPeopleWriteItIn() {
        for (var written : List.of(
                "2026-11-21", "2026/11/21", "2026.11.21", "20261121", "２０２６－１１－２１", "２０２６／１１／２１", "2026年11月21日", " 2026 年 11 月 21 日 ",
                "2026年11⽉21⽇", "２０２６年１１月２１日（土）", "2026/11/21(土)", "2026年11月21日土曜日", "2026-11-21 00:00:00", "2026/11/21 0:00",
                "二〇二六年十一月二十一日", "R8.11.21", "r8.11.21", "Ｒ８．１１．２１", "R08/11/21", "R8-11-21", "令8.11.21", "令和8年11月21日", "令和８年１１月２１日",
                "令和八年十一月二十一日", "㋿8年11月21日", "平成38年11月21日", "昭和101年11月21日", "2026‐11‐21", "2026−11−21")) {
            assertThat(CivilDay.read(written).found()).as(written).contains(DAY);
        }
        assertThat(CivilDay.read("2021年３⽉12⽇").found()).contains(LocalDate.of(2021, 3, 12));
        assertThat(CivilDay.read("R3.3.9").found()).contains(LocalDate.of(2021, 3, 9));
    }

    @Everywhere
    void aDayInWesternOrderIsReadWhereItIsCertainWhichPartIsTheMonth() {
        for (var written : List.of(
                "21 November 2026", "21 Nov. 2026", "21-Nov-2026", "21st of November 2026", "Nov 21, 2026", "November 21st, 2026", "NOV 21,2026", "11/21/2026",
                "21/11/2026", "21.11.2026")) {
            assertThat(CivilDay.read(written).found()).as(written).contains(DAY);
        }
        assertThat(CivilDay.read("9/9/2026").found()).contains(LocalDate.of(2026, 9, 9));
        assertThat(CivilDay.read("Sept. 1, 2026").found()).contains(LocalDate.of(2026, 9, 1));
        assertThat(why("03/04/2026")).isEqualTo(new Unreadable.DayOrMonth("03/04/2026"));
        assertThat(why("31/13/2026")).isEqualTo(new Unreadable.NoSuchMonth("31/13/2026", 13));
        assertThat(why("Feb 30, 2026")).isInstanceOf(Unreadable.NoSuchDay.class);
        assertThat(why("Nov 21")).isInstanceOf(Unreadable.NotADay.class);
    }

    @Everywhere
    void theReadingIsShownBack() {
        var day = read("2021年３⽉12⽇");

        assertThat(day.readBackInJapanese()).isEqualTo("2021年3月12日（金）と読み取りました");
        assertThat(day.readBackInEnglish()).isEqualTo("Read as Friday, 12 March 2021");
    }

    @Everywhere
    void theYearsOfAnEraMeetWithoutAGap() {
        assertThat(CivilDay.read("平成31年4月30日").found()).contains(LocalDate.of(2019, 4, 30));
        assertThat(CivilDay.read("令和元年5月1日").found()).contains(LocalDate.of(2019, 5, 1));
        assertThat(CivilDay.read("令和1年5月1日")).isEqualTo(CivilDay.read("令和元年5月1日"));
        assertThat(CivilDay.read("昭和64年1月7日").found()).contains(LocalDate.of(1989, 1, 7));
        assertThat(CivilDay.read("平成元年1月8日").found()).contains(LocalDate.of(1989, 1, 8));
        assertThat(CivilDay.read("明治45年7月29日").found()).contains(LocalDate.of(1912, 7, 29));
        assertThat(CivilDay.read("T15.12.24").found()).contains(LocalDate.of(1926, 12, 24));
    }

    @Test
    void aDayOfAnEraThatHadEndedIsReadAndTheReaderIsTold() {
        var day = read("平成31年5月3日");

        assertThat(day).isEqualTo(new CivilDay(LocalDate.of(2019, 5, 3), "平成"));
        assertThat(day.readBackInJapanese()).isEqualTo("2019年5月3日（金）・令和元年5月3日と読み取りました（平成はこの日より前に終わっています）");
        assertThat(day.readBackInEnglish()).isEqualTo("Read as Friday, 3 May 2019 (令和元年5月3日; 平成 had ended before that day)");
        assertThat(read("平成31年4月30日").endedEra()).isNull();
    }

    @Test
    void aMonthIsReadByTheSameRule() {
        assertThat(month("平成31年5月")).isEqualTo(new CivilMonth(YearMonth.of(2019, 5), "平成"));
        assertThat(month("平成31年5月").readBackInJapanese()).isEqualTo("2019年5月・令和元年5月と読み取りました（平成はこの月より前に終わっています）");
        assertThat(month("平成31年5月").readBackInEnglish()).isEqualTo("Read as May 2019 (平成 had ended before that month)");
        assertThat(month("2019-05").readBackInJapanese()).isEqualTo("2019年5月と読み取りました");
        assertThat(month("R1.5").month()).isEqualTo(YearMonth.of(2019, 5));
        assertThat(month("平成元年1月").month()).isEqualTo(YearMonth.of(1989, 1));
        assertThat(CivilMonth.read("令和元年4月")).isInstanceOf(CivilMonth.Reading.Refused.class);
        assertThat(CivilMonth.read("2019-05-01")).isInstanceOf(CivilMonth.Reading.Refused.class);
    }

    @Everywhere
    void impossibleDaysAreRefusedForWhatIsWrongWithThem() {
        assertThat(why("2026-02-29")).isEqualTo(new Unreadable.NoSuchDay("2026-02-29", 2026, 2, 29, 28));
        assertThat(why("令和8年2月30日")).isEqualTo(new Unreadable.NoSuchDay("令和8年2月30日", 2026, 2, 30, 28));
        assertThat(why("2026-04-31")).isInstanceOf(Unreadable.NoSuchDay.class);
        assertThat(why("2026-11-00")).isInstanceOf(Unreadable.NoSuchDay.class);
        assertThat(why("2026-13-01")).isEqualTo(new Unreadable.NoSuchMonth("2026-13-01", 13));
        assertThat(why("20260001")).isInstanceOf(Unreadable.NoSuchMonth.class);
        assertThat(why("令和元年4月30日")).isEqualTo(
                new Unreadable.BeforeEra("令和元年4月30日", "令和", "Reiwa", LocalDate.of(2019, 5, 1)));
        assertThat(why("26/11/21")).isInstanceOf(Unreadable.ShortYear.class);
        assertThat(why("1600-10-21")).isEqualTo(new Unreadable.YearOutside("1600-10-21", 1600, 1873, 2199));
        assertThat(why("9999-12-31")).isInstanceOf(Unreadable.YearOutside.class);
        assertThat(why("2021年3月12日（木）")).isEqualTo(new Unreadable.OtherWeekday("2021年3月12日（木）", LocalDate.of(2021, 3, 12)));
        assertThat(why("")).isInstanceOf(Unreadable.NoDay.class);
        assertThat(why("\u3000")).isInstanceOf(Unreadable.NoDay.class);
        for (var nonsense : List.of("昨日", "2026-11/21", "2026-11", "令和0年1月1日", "元年1月1日", "令和2026年1月1日", "2026-11-21T09:30", "44267", "1e5",
                "2026-011-21", "千千千千千千千千千年1月1日", "0000-00-00")) {
            assertThat(CivilDay.read(nonsense)).as(nonsense).isInstanceOf(CivilDay.Reading.Refused.class);
        }
    }

    @Test
    void aPastedFileIsQuotedShort() {
        assertThat(why("あ".repeat(1_000_000)).given()).isEqualTo("あ".repeat(40) + "…");
    }

    @Everywhere
    void spreadsheetsCountFromTwoBeginnings() {
        assertThat(ExcelSerial.FROM_1900.read(1).found()).contains(LocalDate.of(1900, 1, 1));
        assertThat(ExcelSerial.FROM_1900.read(59).found()).contains(LocalDate.of(1900, 2, 28));
        assertThat(ExcelSerial.FROM_1900.read(60).found()).isEmpty();
        assertThat(ExcelSerial.FROM_1900.read(61).found()).contains(LocalDate.of(1900, 3, 1));
        assertThat(ExcelSerial.FROM_1900.read(44267).found()).contains(LocalDate.of(2021, 3, 12));
        assertThat(ExcelSerial.FROM_1900.read(44267.75).found()).contains(LocalDate.of(2021, 3, 12));
        assertThat(ExcelSerial.FROM_1900.read(2_958_465).found()).contains(LocalDate.of(9999, 12, 31));
        assertThat(ExcelSerial.FROM_1904.read(0).found()).contains(LocalDate.of(1904, 1, 1));
        assertThat(ExcelSerial.FROM_1904.read(42805).found()).contains(LocalDate.of(2021, 3, 12));
        for (double wrong : new double[] {-1, 0.5, 2_958_466, 0x1p53, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(ExcelSerial.FROM_1900.read(wrong).found()).as("%s", wrong).isEmpty();
        }
        assertThat(ExcelSerial.FROM_1904.read(-1).found()).isEmpty();
    }

    @Everywhere
    void daysAreWrittenForPeople() {
        assertThat(Days.japanese(DAY)).isEqualTo("2026年11月21日");
        assertThat(Days.eraAndYear(DAY)).isEqualTo("令和8年11月21日（2026年11月21日）");
        assertThat(Days.era(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日");
        assertThat(Days.era(LocalDate.of(2019, 4, 30))).isEqualTo("平成31年4月30日");
        assertThat(Days.english(DAY)).isEqualTo("21 November 2026");
        assertThat(Days.japaneseWithWeekday(DAY)).isEqualTo("2026年11月21日（土）");
    }

    @Everywhere
    void theFiscalYearBeginsInApril() {
        assertThat(FiscalYear.of(DAY)).isEqualTo(new FiscalYear(2026));
        assertThat(FiscalYear.of(LocalDate.of(2027, 3, 31)).japanese()).isEqualTo("令和8年度");
        assertThat(FiscalYear.of(LocalDate.of(2027, 4, 1)).japanese()).isEqualTo("令和9年度");
        assertThat(FiscalYear.of(LocalDate.of(2019, 4, 1)).japanese()).isEqualTo("令和元年度");
        assertThat(FiscalYear.of(LocalDate.of(2019, 3, 31)).japanese()).isEqualTo("平成30年度");
        assertThat(new FiscalYear(2026).firstDay()).isEqualTo("2026-04-01");
        assertThat(new FiscalYear(2026).lastDay()).isEqualTo("2027-03-31");
    }

    @Everywhere
    void todayIsADayInTokyo() {
        assertThat(TokyoDay.today(() -> Instant.parse("2026-11-21T14:59:59.999999Z"))).isEqualTo("2026-11-21");
        assertThat(TokyoDay.today(() -> Instant.parse("2026-11-21T15:00:00Z"))).isEqualTo("2026-11-22");
        assertThat(TokyoDay.startOf(DAY)).isEqualTo("2026-11-20T15:00:00Z");
        assertThat(TokyoDay.endOf(DAY)).isEqualTo("2026-11-21T15:00:00Z");
    }

    private static CivilDay read(String written) {
        return ((CivilDay.Reading.Read) CivilDay.read(written)).day();
    }

    private static CivilMonth month(String written) {
        return ((CivilMonth.Reading.Read) CivilMonth.read(written)).month();
    }

    private static Unreadable why(String written) {
        return ((CivilDay.Reading.Refused) CivilDay.read(written)).why();
    }
}
