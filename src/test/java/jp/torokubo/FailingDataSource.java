// SPDX-License-Identifier: Apache-2.0
package jp.torokubo;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Loses the connection to the database at a chosen call of the thread that asked for it.
 *
 * <p>Calls are counted over all pools of the program: taking a connection, making a statement, running it, and twice for a commit,
 * once before it reaches the database and once after it has been done and the acknowledgement is lost. From the failure on the
 * connection is as dead as a cut one.
 */
public final class FailingDataSource extends DelegatingDataSource {

    private static final Set<String> COUNTED = Set.of(
            "prepareStatement",
            "prepareCall",
            "createStatement",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "executeBatch",
            "executeLargeBatch");

    private static final ThreadLocal<@Nullable Plan> plan = new ThreadLocal<>();

    FailingDataSource(DataSource target) {
        super(target);
    }

    /** Lets the n-th call of this thread fail, counting from 1, until {@link #disarm()}. */
    static void arm(int call) {
        plan.set(new Plan(call));
    }

    static Outcome disarm() {
        var was = plan.get();
        plan.remove();
        return was == null ? new Outcome(false, false) : new Outcome(was.fired, was.afterCommit);
    }

    /**
     * @param fired whether the call was reached
     * @param committed whether it was an acknowledgement that was lost: the commit itself had been done
     */
    record Outcome(boolean fired, boolean committed) {}

    @Override
    public Connection getConnection() throws SQLException {
        count(false);
        var real = super.getConnection();
        return plan.get() == null ? real : connection(real);
    }

    private static void count(boolean afterCommit) throws SQLException {
        var current = plan.get();
        if (current != null) {
            current.count(afterCommit);
        }
    }

    private static Connection connection(Connection real) {
        return proxy(Connection.class, real, new Calls(real, real));
    }

    private static <T> T proxy(Class<T> type, T real, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FailingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** One connection or statement whose calls are counted. */
    private record Calls(Object real, Connection connection) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            var name = method.getName();
            if (COUNTED.contains(name) || name.equals("commit")) {
                countOrCut(false);
            }
            var result = passOn(method, arguments);
            if (name.equals("commit")) {
                countOrCut(true);
            }
            return watched(result);
        }

        private void countOrCut(boolean afterCommit) throws SQLException {
            try {
                count(afterCommit);
            } catch (SQLException cut) {
                connection.unwrap(PgConnection.class).close();
                throw cut;
            }
        }

        private @Nullable Object passOn(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }

        private @Nullable Object watched(@Nullable Object result) {
            if (result instanceof CallableStatement call) {
                return proxy(CallableStatement.class, call, new Calls(call, connection));
            }
            if (result instanceof PreparedStatement prepared) {
                return proxy(PreparedStatement.class, prepared, new Calls(prepared, connection));
            }
            if (result instanceof Statement statement) {
                return proxy(Statement.class, statement, new Calls(statement, connection));
            }
            return result;
        }
    }

    private static final class Plan {

        private final int failing;
        private int calls;
        private boolean fired;
        private boolean afterCommit;

        Plan(int failing) {
            this.failing = failing;
        }

        void count(boolean aCommitWasDone) throws SQLException {
            calls++;
            if (calls == failing) {
                fired = true;
                afterCommit = aCommitWasDone;
                throw new SQLException("connection lost at call " + calls, "08006");
            }
        }
    }
}
