package vigie.database;

import java.nio.file.Path;

/** A Vigie of its own process, with nothing but its database, that one may kill. */
final class Alone {
    private Alone() {}

    public static void main(String[] arguments) throws Exception {
        var server = OwnPostgres.start(Path.of(arguments[0]));
        try (var connection = server.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (id int)");
            statement.execute("insert into kept select coalesce(max(id), 0) + 1 from kept");
        }
        System.out.println("port " + server.port());
        if (arguments.length > 1) {
            server.close();
            System.out.println("closed");
            return;
        }
        Thread.currentThread().join();
    }
}
