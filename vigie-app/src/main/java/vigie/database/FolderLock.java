package vigie.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One Vigie per data folder: held while it lives, and let go by the system however it dies. */
record FolderLock(FileChannel channel) implements AutoCloseable {
    private static final String FILE = "database.lock";

    /** Waits a little, since the one before may be on its way out. */
    static FolderLock on(Path data, Duration patience) throws IOException {
        var channel = FileChannel.open(data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var end = System.nanoTime() + patience.toNanos();
        while (attempt(channel) == null) {
            if (System.nanoTime() > end) {
                channel.close();
                throw new DatabaseCannotStart(
                        "%s is in use by another Vigie: stop it, or choose another folder with --data."
                                .formatted(data));
            }
            Pause.of(Duration.ofMillis(100));
        }
        return new FolderLock(channel);
    }

    static boolean isHeldOn(Path data) throws IOException {
        var file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = attempt(channel)) {
            return lock == null;
        }
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
