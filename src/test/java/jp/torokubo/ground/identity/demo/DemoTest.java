// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.identity.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.torokubo.ground.database.CannotStart;
import jp.torokubo.ground.identity.Caller;
import jp.torokubo.ground.identity.OrganisationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo world is made of, and where it may run. */
class DemoTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1", "::1", "localhost"})
    void itRunsOnThisMachine(String address) {
        assertThat(OnThisMachineOnly.loopback(address).isLoopbackAddress()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no.such.host.invalid"})
    void itRefusesEveryOtherAddress(String address) {
        assertThatThrownBy(() -> OnThisMachineOnly.loopback(address))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(address);
    }

    @Test
    void everyKindOfOrganisationAndEveryRoleIsThere() {
        var kinds = DemoPeople.organisations().stream().map(one -> OrganisationKind.valueOf(one.kind())).collect(Collectors.toSet());
        var roles = DemoPeople.people().stream().map(DemoPeople.Somebody::role).collect(Collectors.toSet());

        assertThat(kinds).isEqualTo(EnumSet.complementOf(EnumSet.of(OrganisationKind.OPERATOR)));
        assertThat(roles).containsExactlyInAnyOrderElementsOf(Arrays.stream(Caller.values()).filter(Caller::isRole).toList());
    }

    @Test
    void everyInventedNameSaysSo() {
        var names = Stream.of(
                        DemoPeople.organisations().stream().map(DemoPeople.AnOrganisation::nameJa),
                        DemoPeople.people().stream().map(DemoPeople.Somebody::name),
                        DemoPeople.dossiers().stream().map(DemoPeople.ADossier::title))
                .flatMap(all -> all);

        assertThat(names).isNotEmpty().allMatch(name -> name.startsWith("例"));
        assertThat(DemoPeople.organisations()).allMatch(one -> one.nameEn().startsWith("Example: "));
    }
}
