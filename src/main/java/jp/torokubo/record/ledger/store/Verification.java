// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jp.torokubo.record.ledger.Envelope;
import jp.torokubo.record.ledger.GrowingTree;
import jp.torokubo.record.ledger.LogName;
import jp.torokubo.record.ledger.TreeHash;
import org.jspecify.annotations.Nullable;

/** Computes a whole log again, entry by entry, and says where it is not as it must be. */
final class Verification {

    private static final int MANY = 100;

    private final LogName log;
    private final GrowingTree tree = GrowingTree.empty();
    private final List<String> faults = new ArrayList<>();
    private long expected;
    private @Nullable Instant before;
    private long leftOut;

    Verification(LogName log) {
        this.log = log;
    }

    /** Takes the next entry, in the order of indexes. */
    void entry(Row row) {
        if (row.index() != expected) {
            fault(expected, "から " + (row.index() - 1) + " 番までがありません", "missing, up to " + (row.index() - 1));
        }
        expected = row.index() + 1;
        var hash = TreeHash.ofEntry(row.canonical());
        if (!Arrays.equals(hash, row.leafHash())) {
            fault(row.index(), "の内容がハッシュと合いません", "does not match its hash");
        }
        if (!isOwnEnvelope(row)) {
            fault(row.index(), "の番号・日時・種類・様式が、記録された内容と合いません", "does not say of itself what stands beside it: index, instant, type, schema");
        }
        if (before != null && !row.recordedAt().isAfter(before)) {
            fault(row.index(), "の記録時刻が一つ前の記録より後ではありません", "is not later than the one before it");
        }
        before = row.recordedAt();
        tree.add(hash);
    }

    void head(Head head) {
        if (head.size() != expected) {
            fault(Math.min(head.size(), expected), "から数が合いません。記録は " + expected + " 件ありますが、先頭情報では " + head.size() + " 件です",
                    "from here on the count is wrong; there are " + expected + " entries, but the head counts " + head.size());
        }
        if (!Objects.equals(head.recordedAt(), before)) {
            ofHead("最後の記録時刻が合いません", "its last instant is not that of the last entry");
        }
        if (!Arrays.equals(head.root(), tree.root()) || !Arrays.equals(head.peaks(), tree.peaks())) {
            ofHead("ルートハッシュが、記録から計算し直した値と合いません", "its root hash is not the one computed again from the entries");
        }
    }

    void noHead() {
        if (expected > 0) {
            ofHead("先頭情報がありません", "it is missing although there are entries");
        }
    }

    /** One sentence each, in Japanese and English; after a hundred, only how many more. */
    List<String> faults() {
        if (leftOut > 0) {
            faults.add("ほか " + leftOut + " 件 / and " + leftOut + " more");
            leftOut = 0;
        }
        return List.copyOf(faults);
    }

    private boolean isOwnEnvelope(Row row) {
        try {
            return new Envelope(log, row.index(), row.recordedAt(), row.type(), row.schema()).isOn(row.canonical());
        } catch (IllegalArgumentException impossible) {
            return false;
        }
    }

    private void fault(long index, String japanese, String english) {
        add("記録 " + log.value() + " の " + index + " 番" + japanese + " / log " + log.value() + ", entry " + index + ": " + english);
    }

    private void ofHead(String japanese, String english) {
        add("記録 " + log.value() + " の先頭情報: " + japanese + " / log " + log.value() + ", head: " + english);
    }

    private void add(String fault) {
        if (faults.size() < MANY) {
            faults.add(fault);
        } else {
            leftOut++;
        }
    }
}
