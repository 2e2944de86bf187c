package vigie.database;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** Servers of the tests, each in a folder of its own that begins empty. */
final class Servers {
    private Servers() {}

    static URL fifteen() throws IOException {
        var archive = Binaries.archive().getPath();
        var jar = Path.of("target/postgres15/postgres15.jar").toAbsolutePath();
        return URI.create("jar:" + jar.toUri() + "!" + archive.substring(archive.lastIndexOf('/')))
                .toURL();
    }

    static Path folder(String name) throws IOException {
        var folder = Path.of("target/databases", name);
        if (Files.isDirectory(folder)) {
            try (var clusters = Files.list(folder.toRealPath())) {
                for (var cluster : clusters.filter(Files::isDirectory).toList()) {
                    new Residents(cluster).leave();
                }
            }
        }
        Binaries.delete(folder);
        Files.createDirectories(folder);
        return folder;
    }
}
