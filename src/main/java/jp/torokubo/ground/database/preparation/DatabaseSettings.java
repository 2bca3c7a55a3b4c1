// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.preparation;

import java.nio.file.Path;
import jp.torokubo.ground.database.DataFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * @param dataDir folder of a program that brings its own database
 * @param appPassword password of {@code torokubo_app}; derived from the owner's where it is not given
 * @param publicPassword password of {@code torokubo_public}; likewise
 * @param poolSize connections for each of the two logins
 */
@ConfigurationProperties("torokubo")
record DatabaseSettings(
        @DefaultValue("./data") String dataDir,
        @Nullable String appPassword,
        @Nullable String publicPassword,
        @DefaultValue("16") int poolSize) {

    /** The program's own engine, unless {@code spring.datasource.url} names another. */
    Engine engine(Environment environment) {
        var url = environment.getProperty("spring.datasource.url");
        if (url == null) {
            return Engine.embeddedIn(new DataFolder(Path.of(dataDir)));
        }
        return Engine.at(new Place(
                url,
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password", "")));
    }
}
