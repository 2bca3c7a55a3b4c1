// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.time.LocalDate;
import jp.torokubo.ground.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import jakarta.servlet.http.HttpServletResponse;

/** The frame, its two languages, its headers and its error answers, in a real server with nothing else in it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = FrameTest.PagesAlone.class)
class FrameTest {

    @LocalServerPort
    int port;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"jp.torokubo.ground.pages", "jp.torokubo.ground.refusal"})
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class, JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class, HttpEncodingAutoConfiguration.class, MultipartAutoConfiguration.class
    })
    @Import(SamplePages.class)
    static class PagesAlone {
        @Bean
        InstantSource clock() {
            return InstantSource.fixed(java.time.Instant.parse("2026-11-21T03:00:00Z"));
        }
    }

    @Controller
    static class SamplePages {
        @GetMapping("/services")
        @KnownParameters({"q", "asOf"})
        String sample(Model model) {
            model.addAttribute("menu", "services");
            model.addAttribute("bodyClass", "tb-wide");
            model.addAttribute("asOfStrip", new AsOfStrip(
                    LocalDate.of(2021, 9, 13), true, LocalDate.of(2021, 9, 13), null, "/services", "/services"));
            return "sample";
        }

        @GetMapping("/away")
        String away() {
            return "redirect:/services";
        }

        @GetMapping("/refused")
        String refused() {
            throw new Refused(new PagesRefusal.MalformedParameter("asOf", "<2021-02-30>"));
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("the secret cause");
        }

        @GetMapping("/turned-down")
        void turnedDown(HttpServletResponse response) throws IOException {
            response.sendError(403);
        }

        @GetMapping("/number")
        @ResponseBody
        String number(@RequestParam int n) {
            return "n=" + n;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/services", "/en/services", "/nowhere", "/en/nowhere", "/broken", "/turned-down", "/assets/torokubo.css",
        "/favicon.ico", "/robots.txt", "/en", "/away", "/api/v1/nowhere", "/assets/", "/refused"})
    void everyAnswerCarriesTheSecurityHeadersAndNoCookie(String path) throws Exception {
        var answer = get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'self'").contains("frame-ancestors 'none'").doesNotContain("unsafe").doesNotContain("data:");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).as("plain http").isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theSamePageStandsInEnglishUnderEn() throws Exception {
        assertThat(get("/services").body())
                .contains("<html lang=\"ja\">").contains("過去の登録簿：").contains("<time datetime=\"2021-09-13\">2021年9月13日</time>")
                .contains("aria-current=\"page\">サービスを探す").contains("<body class=\"tb-wide\">").contains("href=\"/services\"");
        assertThat(get("/en/services").body())
                .contains("<html lang=\"en\">").contains("The register in the past:").contains(">13 September 2021</time>")
                .contains("aria-current=\"page\">Find services").contains("href=\"/en/services\"")
                .contains("<a href=\"/en/services\" aria-current").doesNotContain("/en/assets");
    }

    @Test
    void theLanguageSwitchLeadsToTheSamePageWithTheSameQuestion() throws Exception {
        assertThat(get("/services?q=%E5%AF%8C%E5%A3%AB%E9%80%9A&asOf=2021-06-22").body())
                .contains("href=\"/en/services?q=%E5%AF%8C%E5%A3%AB%E9%80%9A&amp;asOf=2021-06-22\" lang=\"en\" hreflang=\"en\"")
                .contains("<link rel=\"canonical\" href=\"/services?q=%E5%AF%8C%E5%A3%AB%E9%80%9A&amp;asOf=2021-06-22\"");
        assertThat(get("/en/services?q=a&asOf=2021-06-22").body())
                .contains("href=\"/services?q=a&amp;asOf=2021-06-22\" lang=\"ja\" hreflang=\"ja\"");
    }

    @Test
    void aRedirectStaysInItsLanguageAndMachinesHaveOneAddress() throws Exception {
        assertThat(header(get("/away"), "Location")).endsWith("/services").doesNotContain("/en/");
        assertThat(header(get("/en/away"), "Location")).endsWith("/en/services");
        assertThat(header(get("/en"), "Location")).isEqualTo("/en/");
        assertThat(header(get("/en/api/v1/services?asOf=2021-03-12"), "Location")).isEqualTo("/api/v1/services?asOf=2021-03-12");
    }

    @Test
    void theMenuHoldsOnlyWhatThereIsAPageFor() throws Exception {
        assertThat(get("/services").body()).contains("サービスを探す").doesNotContain("期限カレンダー").doesNotContain("ログイン");
    }

    @Test
    void unknownAndEmptyParametersAreDroppedFromTheAddressOfAPage() throws Exception {
        var answer = get("/en/services?utm=x&q=a%26b&provider=&asOf=");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo("/en/services?q=a%26b");
        assertThat(get("/services?q=a%26b").statusCode()).isEqualTo(200);
        assertThat(header(get("/services?utm=x"), "Location")).isEqualTo("/services");
    }

    @Test
    void assetsBearTheHashOfTheirContent() throws Exception {
        var address = get("/services").body().replaceAll("(?s).*rel=\"stylesheet\" href=\"([^\"]*)\".*", "$1");

        assertThat(address).matches("/assets/torokubo-[0-9a-f]{32}\\.css");
        var sheet = get(address);
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(header(sheet, "Cache-Control")).contains("immutable").contains("max-age=31536000");
        assertThat(header(sheet, "Content-Type")).startsWith("text/css");
    }

    @Test
    void aRefusalIsAPageForPeopleAndAProblemInBothLanguagesForPrograms() throws Exception {
        var page = get("/en/refused");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<h1>").contains("&lt;2021-02-30&gt;").contains("cannot be read").doesNotContain("読み取れません");

        var problem = get("/refused", "application/json");
        assertThat(problem.statusCode()).isEqualTo(400);
        assertThat(header(problem, "Content-Type")).startsWith("application/problem+json");
        assertThat(problem.body()).contains("\"type\":\"urn:torokubo:problem:pages.malformed-parameter\"")
                .contains("\"title\":\"入力を確かめてください\"").contains("\"title_en\":\"Please check your input\"")
                .contains("\"detail\":\"「asOf」").contains("\"detail_en\":\"The value").contains("\"status\":400").contains("\"article\":null");
    }

    @Test
    void whatIsNotThereIsSaidInTheLanguageOfTheAddress() throws Exception {
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(get("/nowhere").body()).contains("見つかりません").contains("href=\"/en/nowhere\"");
        assertThat(get("/en/nowhere").body()).contains("Not found").contains("href=\"/nowhere\"").contains("<html lang=\"en\">");
        assertThat(header(get("/api/v1/nowhere"), "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aWrongMethodAndAWrongTypeAreRefusedInWords() throws Exception {
        var post = client().send(request("/services").POST(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());

        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.body()).contains("POST を受け付けていません");
        assertThat(get("/number?n=x").statusCode()).isEqualTo(400);
        assertThat(get("/number?n=x").body()).contains("「n」の値「x」を読み取れません");
        assertThat(get("/number").body()).contains("「n」がありません");
    }

    @Test
    void aFaultGetsAReferenceNumberAndKeepsItsCauseToItself() throws Exception {
        var answer = get("/en/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).containsPattern("reference number: [0-9A-F]{4}-[0-9A-F]{4}").doesNotContain("secret cause");
        assertThat(get("/broken", "application/json").body()).contains("\"code\":\"pages.failed\"").doesNotContain("secret");
    }

    @Test
    void whatAFilterRefusesIsAnsweredInTheSameWords() throws Exception {
        assertThat(get("/turned-down").statusCode()).isEqualTo(403);
        assertThat(get("/turned-down").body()).contains("この操作はできません").contains("<html lang=\"ja\">");
        assertThat(get("/en/turned-down").body()).contains("You may not do this").contains("<html lang=\"en\">");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(path, "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return client().send(request(path).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
