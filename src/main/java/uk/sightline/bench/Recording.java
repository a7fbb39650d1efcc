package uk.sightline.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down the statements that a piece of work sends within one transaction, by standing between it and its connection:
 * what is run bare afterwards is what the product sent, not a copy of it.
 */
@Component
class Recording {

    private final DataSource database;
    private final TransactionTemplate transactions;

    Recording(DataSource database, TransactionTemplate transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Does the work and commits it. Beginning, saying who acts and committing are not among the statements. */
    List<Sent> of(Runnable work) {
        List<Sent> sent = new ArrayList<>();
        transactions.executeWithoutResult(status -> {
            ConnectionHolder held = (ConnectionHolder) TransactionSynchronizationManager.unbindResource(database);
            try {
                ConnectionHolder overheard = new ConnectionHolder(connection(held.getConnection(), sent), true);
                overheard.setSynchronizedWithTransaction(true);
                TransactionSynchronizationManager.bindResource(database, overheard);
                work.run();
            } finally {
                TransactionSynchronizationManager.unbindResourceIfPossible(database);
                TransactionSynchronizationManager.bindResource(database, held);
            }
        });
        return List.copyOf(sent);
    }

    private static Connection connection(Connection real, List<Sent> sent) {
        return standIn(Connection.class, (self, method, arguments) -> {
            Object answer = call(real, method, arguments);
            return switch (answer) {
                case PreparedStatement prepared ->
                    prepared(prepared, new Sent.Draft((String) Objects.requireNonNull(arguments)[0]), sent);
                case Statement statement -> statement(statement, sent);
                case null, default -> answer;
            };
        });
    }

    private static PreparedStatement prepared(PreparedStatement real, Sent.Draft draft, List<Sent> sent) {
        return standIn(PreparedStatement.class, (self, method, arguments) -> {
            String name = method.getName();
            if (name.equals("setNull")) {
                draft.set((Integer) arguments[0], new Sent.Nothing((Integer) arguments[1]));
            } else if (name.startsWith("set") && arguments.length > 1) {
                draft.set((Integer) arguments[0], arguments[1]);
            } else if (isSent(name)) {
                sent.add(draft.sent());
            }
            return call(real, method, arguments);
        });
    }

    /** One without parameters. */
    private static Statement statement(Statement real, List<Sent> sent) {
        return standIn(Statement.class, (self, method, arguments) -> {
            if (isSent(method.getName())) {
                sent.add(new Sent((String) arguments[0], List.of()));
            }
            return call(real, method, arguments);
        });
    }

    /** Several at once are sent one by one where they are run bare. */
    private static boolean isSent(String method) {
        return method.equals("addBatch") || method.startsWith("execute") && !method.contains("Batch");
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T standIn(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
