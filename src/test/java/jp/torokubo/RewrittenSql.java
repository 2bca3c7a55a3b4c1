// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Reads along, or changes, what the program asks the database, so that a test can take one condition out of one query.
 *
 * <pre>
 * RewrittenSql.during(sql -&gt; sql.replace("d.id = any (?)", "(d.id = any (?) or true)"), () -&gt; …);
 * </pre>
 */
public final class RewrittenSql extends DelegatingDataSource {

    private static volatile @Nullable UnaryOperator<String> rewriting;

    RewrittenSql(DataSource target) {
        super(target);
    }

    /** Whatever the program asks meanwhile, on any thread, is asked in these words. */
    public static void during(UnaryOperator<String> words, Runnable work) {
        rewriting = words;
        try {
            work.run();
        } finally {
            rewriting = null;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        return rewriting == null ? real : rewritten(real);
    }

    private static Connection rewritten(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                RewrittenSql.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    var words = rewriting;
                    if (words != null && method.getName().equals("prepareStatement")) {
                        arguments[0] = words.apply((String) arguments[0]);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
