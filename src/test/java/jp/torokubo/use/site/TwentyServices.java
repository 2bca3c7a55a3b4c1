// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.torokubo.ground.identity.Actor;
import jp.torokubo.record.register.Basis;
import jp.torokubo.record.register.RecordEvents;
import jp.torokubo.record.register.RegisterEvent;
import jp.torokubo.record.register.RegisterName;
import jp.torokubo.record.register.ServiceFacts;
import jp.torokubo.record.register.ServiceId;
import jp.torokubo.record.register.Sourced;
import jp.torokubo.record.register.Sourced.Provenance;

/** The list of September 2021, recorded as its publication has it: twenty services in four batches. */
final class TwentyServices {

    static final LocalDate HORIZON = LocalDate.of(2021, 9, 13);

    private static final String LIST = """
            C21-0001-2|inferred|2021-03-12|株式会社エヌ・ティ・ティ・データ|OpenCanvas (IaaS)
            C21-0002-2|inferred|2021-03-12|富士通株式会社|FUJITSU Hybrid IT Service FJcloud
            C21-0003-2|inferred|2021-03-12|Google LLC|Apigee Edge
            C21-0004-2|official|2021-03-12|Google LLC|Google Cloud Platform
            C21-0005-2|official|2021-03-12|Google LLC|Google Workspace
            C21-0006-2|inferred|2021-03-12|株式会社セールスフォース・ドットコム|Salesforce Services
            C21-0007-2|inferred|2021-03-12|株式会社セールスフォース・ドットコム|Heroku Services
            C21-0008-2|official|2021-03-12|Amazon Web Services, Inc.|Amazon Web Services
            C21-0009-2|inferred|2021-03-12|日本電気株式会社|NEC Cloud IaaS
            C21-0010-2|inferred|2021-03-12|KDDI株式会社|KDDIクラウドプラットフォームサービス
            C21-0011-2|inferred|2021-06-22|Oracle Corporation|Oracle Cloud Infrastructure
            C21-0012-2|official|2021-06-22|日本マイクロソフト株式会社|Microsoft Azure, Dynamics 365, and Other Online Services
            C21-0013-2|inferred|2021-06-22|日本マイクロソフト株式会社|Microsoft Office 365
            C21-0014-2|inferred|2021-06-22|株式会社日立製作所|エンタープライズクラウドサービス／エンタープライズクラウドサービス Ｇ２／フェデレーテッドポータルサービス
            C21-0015-2|inferred|2021-07-30|Cisco Systems,Inc.|Cisco Webex
            C21-0016-2|inferred|2021-09-13|サイボウズ株式会社|クラウドサービス運用基盤cybozu.com 並びにcybozu.com 上で提供するGaroon及びkintone
            C21-0017-2|inferred|2021-09-13|Box, Inc.|Box
            C21-0018-2|inferred|2021-09-13|エヌ・ティ・ティ・コミュニケーションズ株式会社|Smart Data Platform サービス
            C21-0019-2|inferred|2021-09-13|Oracle Corporation|Oracle Cloud Infrastructure Platform as a Service
            C21-0020-2|inferred|2021-09-13|Oracle Corporation|Oracle Exadata Cloud@Customer
            """;

    private TwentyServices() {}

    /** Records them all; entry n - 1 grants the n-th service. */
    static void record(RecordEvents recordEvents) {
        var sayings = new ArrayList<RecordEvents.Saying>();
        LIST.strip().lines().forEach(line -> {
            var cells = line.split("\\|", 5);
            var service = sayings.size() + 1;
            var facts = new ServiceFacts(new Sourced<>(cells[0], Provenance.valueOf(cells[1].toUpperCase(Locale.ROOT))),
                    cells[4], cells[3], null, null, null, null, List.of());
            sayings.add(new RecordEvents.Saying(
                    new RegisterEvent.Granted(id(service), LocalDate.parse(cells[2]), facts), basis("No." + service)));
        });
        sayings.add(new RecordEvents.Saying(
                new RegisterEvent.PublicationLoaded("資料3-1", HORIZON, 20), basis("3頁")));
        assertThat(recordEvents.handle(new RecordEvents.Command(Actor.SYSTEM, RegisterName.ISMAP, sayings)))
                .isInstanceOf(RecordEvents.Result.Recorded.class);
    }

    static ServiceId id(int service) {
        return new ServiceId(new UUID(0x019a0000_00007000L + service, 0x8000_0000_0000_0000L + service));
    }

    static Basis basis(String place) {
        return new Basis.Publication("資料3-1", "https://www.ismap.go.jp/csm?id=cloud_service_list", HORIZON, place);
    }
}
