// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Published test values first. If one fails, every proof ever given out is broken: do not edit them. */
class TreeHashTest {

    private static final List<String> ENTRIES = List.of(
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void anEmptyEntryHasThePublishedHash() {
        assertThat(hex(TreeHash.ofEntry(new byte[0]))).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void theReferenceLogOfCertificateTransparencyHasThePublishedRoots() {
        var tree = GrowingTree.empty();
        for (int size = 0; size <= ENTRIES.size(); size++) {
            assertThat(hex(tree.root())).as("of %s", size).isEqualTo(ROOTS.get(size));
            if (size < ENTRIES.size()) {
                tree.add(TreeHash.ofEntry(HexFormat.of().parseHex(ENTRIES.get(size))));
            }
        }
    }

    @Test
    void theGrowingTreeHasTheRootThatTheDefinitionGives() {
        var random = new Random(6962);
        var hashes = new ArrayList<byte[]>();
        var tree = GrowingTree.empty();
        for (int size = 0; size <= 600; size++) {
            assertThat(tree.root()).as("of %s", size).isEqualTo(byDefinition(hashes));
            assertThat(GrowingTree.of(tree.size(), tree.peaks()).root()).isEqualTo(tree.root());
            var hash = new byte[TreeHash.BYTES];
            random.nextBytes(hash);
            hashes.add(hash);
            // take it up anew from its peaks each time, as each append does
            tree = GrowingTree.of(tree.size(), tree.peaks());
            tree.add(hash);
        }
    }

    @RepeatedTest(200)
    void changingOneBitOfAnEntryChangesTheRoot(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var entries = new ArrayList<byte[]>();
        for (int i = 0; i <= random.nextInt(20); i++) {
            var entry = new byte[1 + random.nextInt(40)];
            random.nextBytes(entry);
            entries.add(entry);
        }
        var before = rootOf(entries);
        var victim = entries.get(random.nextInt(entries.size()));
        victim[random.nextInt(victim.length)] ^= (byte) (1 << random.nextInt(8));

        assertThat(rootOf(entries)).isNotEqualTo(before);
    }

    @Test
    void peaksThatCannotBeAreRefused() {
        assertThatThrownBy(() -> GrowingTree.of(3, new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GrowingTree.of(-1, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] rootOf(List<byte[]> entries) {
        var tree = GrowingTree.empty();
        entries.forEach(entry -> tree.add(TreeHash.ofEntry(entry)));
        return tree.root();
    }

    /** RFC 6962, section 2.1, word for word: split at the largest power of two below the size. */
    private static byte[] byDefinition(List<byte[]> hashes) {
        if (hashes.isEmpty()) {
            return TreeHash.ofNothing();
        }
        if (hashes.size() == 1) {
            return hashes.get(0);
        }
        int split = Integer.highestOneBit(hashes.size() - 1);
        return TreeHash.ofNode(byDefinition(hashes.subList(0, split)), byDefinition(hashes.subList(split, hashes.size())));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
