package vigie.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The one demonstration of all tests, with a past of two days; it ends with the last of them. */
final class TheDemo implements BeforeAllCallback {
    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(TheDemo.class);
    private static ConfigurableApplicationContext house;

    /** Runs until the store that keeps it is closed. */
    private record Running(ConfigurableApplicationContext house, Path data) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            house.close();
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        house = test.getRoot()
                .getStore(PLACE)
                .computeIfAbsent("demo", key -> begin(), Running.class)
                .house();
        DemoTest.eventually(() -> house.getBean(Hand.class).goes());
    }

    static ConfigurableApplicationContext house() {
        return house;
    }

    static String url() {
        return "http://127.0.0.1:" + house.getEnvironment().getProperty("local.server.port");
    }

    private static Running begin() {
        try {
            var data = Files.createTempDirectory("vigie-demo");
            return new Running(
                    Demonstration.run(
                            "--server.port=0",
                            "--server.address=127.0.0.1",
                            "--vigie.data=" + data,
                            "--vigie.demo.days=2"),
                    data);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
