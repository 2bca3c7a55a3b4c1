// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.database.preparation;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import jp.torokubo.ground.database.PublicRead;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database of the running program. Whoever asks for a connection gets it from a database whose engine runs, whose logins exist
 * and whose migrations are done, because each of these is needed to make the next.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Engine engine(ObjectProvider<Ahead> ahead, DatabaseSettings settings, Environment environment) {
        var begun = ahead.getIfAvailable();
        return begun == null ? settings.engine(environment) : begun.engine();
    }

    @Bean
    Prepared prepared(ObjectProvider<Ahead> ahead, Engine engine, DatabaseSettings settings) {
        var begun = ahead.getIfAvailable();
        return begun == null ? Prepared.of(engine, settings) : begun.prepared();
    }

    @Bean
    @Primary
    DataSource dataSource(Prepared prepared, DatabaseSettings settings) {
        // a statement longer than this holds locks others wait for; long work commits in steps
        return pool(prepared.place(), prepared.logins().app(), settings.poolSize(), "-c statement_timeout=60s -c lock_timeout=20s"
                + " -c idle_in_transaction_session_timeout=120s");
    }

    @Bean(defaultCandidate = false)
    @PublicRead
    DataSource publicDataSource(Prepared prepared, DatabaseSettings settings) {
        var pool = pool(prepared.place(), prepared.logins().forPublic(), settings.poolSize(), "-c statement_timeout=15s"
                + " -c idle_in_transaction_session_timeout=30s -c default_transaction_read_only=on");
        pool.setReadOnly(true);
        return pool;
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean(defaultCandidate = false)
    @PublicRead
    JdbcClient publicJdbcClient(@PublicRead DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    private static HikariDataSource pool(Place place, Login login, int size, String options) {
        var pool = new HikariDataSource();
        pool.setPoolName(login.name());
        pool.setJdbcUrl(place.url());
        pool.setUsername(login.name());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(Math.min(2, size));
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("options", options);
        pool.addDataSourceProperty("ApplicationName", "torokubo");
        // a peer that vanished without a word is noticed, and does not hold a connection for ever
        pool.addDataSourceProperty("connectTimeout", 10);
        pool.addDataSourceProperty("socketTimeout", 90);
        pool.addDataSourceProperty("tcpKeepAlive", true);
        return pool;
    }
}
