// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.UUID;

/**
 * Writes invented rows of register.service_version for COPY, past the product: java SeedRegister.java SERVICES VERSIONS FILE
 *
 * <p>Each service has VERSIONS states, one a year from 2021 on. Names are made of words as they occur in the real list; one provider in
 * two hundred is 日立製作所 and one in two hundred another 日立 company, so that 日立 finds twice what 日立製 finds.
 */
public class SeedRegister {

    private static final String[] WORDS = {
        "クラウド", "プラットフォーム", "サービス", "基盤", "統合", "業務", "文書管理", "会議", "認証", "データ", "分析", "共有", "電子申請", "グループウェア"
    };
    private static final String[] PROVIDERS = {"富士通", "日本電気", "サイボウズ", "東西データ", "南北通信", "中央情報", "未来計算機", "山川システム"};

    public static void main(String[] arguments) throws Exception {
        int services = Integer.parseInt(arguments[0]);
        int versions = Integer.parseInt(arguments[1]);
        try (var out = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(arguments[2]), StandardCharsets.UTF_8), 1 << 20)) {
            for (int service = 0; service < services; service++) {
                for (int version = 0; version < versions; version++) {
                    out.write(row(service, version, versions));
                }
            }
        }
    }

    private static String row(int service, int version, int versions) {
        var id = new UUID(0x0197_0000_0000_7000L + service, 0x8000_0000_0000_0000L + service);
        var number = "C21-%07d-2".formatted(service + 1);
        var name = WORDS[service % 14] + WORDS[(service / 14) % 14] + " " + service;
        var provider = provider(service);
        var registered = LocalDate.of(2021, 3, 12);
        var from = registered.plusYears(version);
        var to = version == versions - 1 ? "infinity" : registered.plusYears(version + 1).toString();
        var until = LocalDate.of(2031, 3, 31);
        var search = String.join("\n", number.toLowerCase().replace("-", ""), name.replace(" ", "").replace("ー", ""), provider);
        var detail = "{}";
        return String.join("\t",
                "ismap", id.toString(), from.toString(), to, "0", "9223372036854775807", "registered", "infinity", "\\N", number, "inferred",
                name, provider, registered.toString(), until.toString(), "0", number.toLowerCase(), name, provider, until.toString(),
                search.replace("\n", "\\n"), grams(search), detail) + "\n";
    }

    private static String provider(int service) {
        if (service % 200 == 7) {
            return "日立製作所";
        }
        if (service % 200 == 107) {
            return "日立情報" + service % 3;
        }
        return PROVIDERS[service % PROVIDERS.length] + service % 5000;
    }

    private static String grams(String search) {
        var grams = new LinkedHashSet<String>();
        for (var line : search.split("\n")) {
            var points = line.codePoints().mapToObj(Character::toString).toList();
            grams.addAll(points);
            for (int at = 0; at + 1 < points.size(); at++) {
                grams.add(points.get(at) + points.get(at + 1));
            }
        }
        var array = new StringBuilder("{");
        for (var gram : grams) {
            array.append(array.length() > 1 ? "," : "").append('"').append(gram).append('"');
        }
        return array.append('}').toString();
    }
}
