package vigie.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder that holds what another holds, without taking room twice where the file system can do that. */
final class Links extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    private Links(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** Whole or not at all, and what is deleted there stays here. */
    static Path to(Path from, Path home) throws IOException {
        var fresh = Files.createTempDirectory(home.getParent(), "unpacking");
        Files.walkFileTree(from, new Links(from, fresh));
        Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(from));
        return Files.move(fresh, home);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (!folder.equals(from)) {
            Files.copy(folder, there(folder), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        try {
            Files.createLink(there(file), file);
        } catch (IOException | UnsupportedOperationException otherDisk) {
            Files.copy(file, there(file), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
        return FileVisitResult.CONTINUE;
    }

    private Path there(Path path) {
        return to.resolve(from.relativize(path));
    }
}
