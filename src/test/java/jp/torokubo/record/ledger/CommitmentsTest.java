// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import jp.torokubo.TorokuboTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@TorokuboTest
class CommitmentsTest {

    private static final LogName LOG = new LogName("ismap");

    @Autowired Commitments commitments;
    @Autowired Ledger ledger;
    @Autowired TransactionTemplate transaction;

    @Test
    void aCommitmentIsToItsValueOnlyAndTellsNothingByItself() {
        var one = commit("田中");
        var same = commit("田中");

        assertThat(one).matches("[0-9a-f]{64}").isNotEqualTo(same);
        assertThat(commitments.isTo(one, "田中")).isTrue();
        assertThat(commitments.isTo(same, "田中")).isTrue();
        assertThat(commitments.isTo(one, "佐藤")).isFalse();
        assertThat(commitments.isTo("00".repeat(32), "田中")).isFalse();
    }

    @Test
    void takingAValueBackLeavesTheLogWhole() {
        var commitment = commit("田中");
        transaction.execute(status -> ledger.append(LOG, "granted", 1, Map.of("recorder", commitment)));
        var root = ledger.root(LOG, 1);

        commitments.takeBack(commitment);

        assertThat(commitments.isTo(commitment, "田中")).isFalse();
        assertThat(ledger.faults(LOG)).isEmpty();
        assertThat(ledger.root(LOG, 1)).isEqualTo(root);
    }

    @Test
    void aCommitmentWithoutItsEntryIsNotMade() {
        assertThatThrownBy(() -> commitments.to("田中")).isInstanceOf(IllegalTransactionStateException.class);
    }

    private String commit(String value) {
        return transaction.execute(status -> commitments.to(value));
    }
}
