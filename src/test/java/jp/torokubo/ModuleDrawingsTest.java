// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/**
 * The drawings in {@code docs/modules} are this test's result.
 *
 * <p>When it fails, draw again with {@code mvn test -Dtest=ModuleDrawingsTest -Dtorokubo.draw=true} and commit what changed.
 */
class ModuleDrawingsTest {

    private static final Path DRAWN = Path.of("docs/modules/README.md");

    private final ApplicationModules modules = ApplicationModules.of(Torokubo.class);

    @Test
    void theDrawnModulesAreTheRealOnes() throws IOException {
        if (Boolean.getBoolean("torokubo.draw")) {
            Files.createDirectories(DRAWN.getParent());
            Files.writeString(DRAWN, drawn());
        }

        assertThat(Files.readString(DRAWN)).isEqualTo(drawn());
    }

    /** The same as PlantUML, with every module by itself, in {@code target/spring-modulith-docs} for whoever wants it. */
    @Test
    void theDetailedDrawingsCanBeMade() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();

        assertThat(Path.of("target/spring-modulith-docs/components.puml")).isNotEmptyFile();
    }

    private String drawn() {
        var page = new StringBuilder("""
                # Modules

                Drawn by `ModuleDrawingsTest` from the compiled program; an arrow means "uses". `ground.refusal` is used by nearly all
                and is left out of the drawing.

                ```mermaid
                graph TD
                """);
        floors().forEach((floor, names) -> {
            page.append("  subgraph ").append(floor).append('\n');
            names.forEach(name -> page.append("    ").append(name).append('\n'));
            page.append("  end\n");
        });
        arrows().forEach(arrow -> page.append("  ").append(arrow).append('\n'));
        page.append("```\n\n| Module | Name |\n|-|-|\n");
        modules.stream()
                .sorted(Comparator.comparing(ModuleDrawingsTest::name))
                .forEach(module -> page.append("| `%s` | %s |\n".formatted(name(module), module.getDisplayName())));
        return page.toString();
    }

    /** From the top down, because nobody uses what stands above. */
    private Map<String, List<String>> floors() {
        var floors = new LinkedHashMap<String, List<String>>();
        for (var floor : List.of("use", "procedure", "record", "ground")) {
            var names = modules.stream().map(ModuleDrawingsTest::name).filter(name -> name.startsWith(floor + ".")).sorted().toList();
            if (!names.isEmpty()) {
                floors.put(floor, names);
            }
        }
        return floors;
    }

    private Set<String> arrows() {
        var arrows = new TreeSet<String>();
        for (var module : modules) {
            module.getDirectDependencies(modules).stream()
                    .map(dependency -> name(dependency.getTargetModule()))
                    .filter(used -> !used.equals("ground.refusal") && !used.equals(name(module)))
                    .forEach(used -> arrows.add(name(module) + " --> " + used));
        }
        return arrows;
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
