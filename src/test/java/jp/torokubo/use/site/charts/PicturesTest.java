// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PicturesTest {

    private static final List<GrowthChart.Batch> BATCHES = List.of(
            new GrowthChart.Batch(LocalDate.of(2021, 3, 12), 10, "3/12"),
            new GrowthChart.Batch(LocalDate.of(2021, 6, 22), 4, "6/22"),
            new GrowthChart.Batch(LocalDate.of(2021, 7, 30), 1, "7/30"),
            new GrowthChart.Batch(LocalDate.of(2021, 9, 13), 5, "9/13"));

    @ParameterizedTest
    @MethodSource("pictures")
    void everyPictureIsWellFormedAndSaysInWordsWhatItShows(String drawn) throws Exception {
        var picture = parsed(drawn).getDocumentElement();

        assertThat(picture.getAttribute("role")).isEqualTo("img");
        var labels = picture.getAttribute("aria-labelledby").split(" ");
        assertThat(first(picture, "title").getAttribute("id")).isEqualTo(labels[0]);
        assertThat(first(picture, "desc").getAttribute("id")).isEqualTo(labels[1]);
        assertThat(first(picture, "title").getTextContent()).isEqualTo("A & <B>");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void noPictureNeedsWhatTheContentPolicyForbids(String drawn) {
        assertThat(drawn).doesNotContain("style=", "<style", "<script", "data:", "href", "NaN", "Infinity");
    }

    @ParameterizedTest
    @EnumSource(Width.class)
    void aGrowthChartNamesWhatEachDayAddedAndWhatThereWasInAll(Width width) throws Exception {
        var words = words(GrowthChart.draw("a", width, "t", "d", BATCHES));

        assertThat(words).as("one on the axis, one at the end of the line").filteredOn("20"::equals).hasSize(2);

        assertThat(words).contains("+10", "+4", "+1", "+5", "10", "14", "15", "20");
    }

    @Test
    void noWordsOfARankLeaveItsPicture() throws Exception {
        var name = "とても長い名前の事業者".repeat(5);

        var words = words(RankChart.draw("a", Width.NARROW, "t", "d", List.of(new RankChart.Row(name, 1))));

        assertThat(words.get(0)).endsWith("…").hasSizeLessThan(27);
    }

    @Test
    void aPictureIsTheSameInEveryLocale() {
        var before = Locale.getDefault();
        try {
            var drawn = Stream.of("ja-JP", "de-DE", "ar-EG-u-nu-arab").map(tag -> {
                Locale.setDefault(Locale.forLanguageTag(tag));
                return GrowthChart.draw("a", Width.WIDE, "t", "d", BATCHES);
            });
            assertThat(drawn.distinct()).hasSize(1);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Stream<String> pictures() {
        var title = "A & <B>";
        return Stream.of(Width.values()).flatMap(width -> Stream.of(
                GrowthChart.draw("a", width, title, "d", BATCHES),
                GrowthChart.draw("a", width, title, "d", BATCHES.subList(0, 1)),
                GrowthChart.draw("a", width, title, "d", List.of()),
                RankChart.draw("a", width, title, "d", List.of(new RankChart.Row("<Amazon> & \"Co\"", 2))),
                RankChart.draw("a", width, title, "d", List.of()),
                ShareChart.draw("a", width, title, "d",
                        List.of(new ShareChart.Part("x", 0, "c6"), new ShareChart.Part("y", 16, "un"))),
                ShareChart.draw("a", width, title, "d", List.of()),
                CountsChart.draw("a", width, title, "d",
                        List.of(new CountsChart.Point(LocalDate.of(2022, 6, 1), 34, true))),
                CountsChart.draw("a", width, title, "d", List.of()),
                MonthsChart.draw("a", width, title, "d", List.of(new MonthsChart.Month(YearMonth.of(2027, 1), 3))),
                MonthsChart.draw("a", width, title, "d", List.of()),
                FlowFigure.draw("a", width, title, "d", List.of("one", "two"),
                        List.of(new FlowFigure.Step(0, List.of("x", "y")), new FlowFigure.Step(1, List.of("z"))))));
    }

    private static List<String> words(String drawn) throws Exception {
        var texts = parsed(drawn).getElementsByTagName("text");
        return Stream.iterate(0, at -> at < texts.getLength(), at -> at + 1)
                .map(at -> texts.item(at).getTextContent()).toList();
    }

    private static Document parsed(String drawn) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(drawn)));
    }

    private static Element first(Element parent, String name) {
        return (Element) parent.getElementsByTagName(name).item(0);
    }
}
