package vigie.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people who do not exist wrote on the list in the spring of 2013, handed in as the archive of a list is. */
@Component
class MailingList {
    private static final DateTimeFormatter BEGIN =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);

    private final List<String> mails = read();
    private int handedIn;

    /** Hands in the archive as it stands at a moment, where anybody has written since the last time. */
    void handIn(Api api, Instant now) {
        var written = mails.stream().filter(mail -> !at(mail).isAfter(now)).toList();
        if (written.size() > handedIn) {
            var report = api.post(
                    "/api/v1/calls/archives?name=operations.mbox",
                    "application/mbox",
                    written.stream().collect(Collectors.joining()));
            if (report.path("archive").path("count").path("refused").asInt(0) > 0) {
                throw new IllegalStateException("mails of the demonstration are refused: " + report);
            }
            handedIn = written.size();
        }
    }

    private static Instant at(String mail) {
        var begin = mail.lines().findFirst().orElseThrow().split(" +", 3)[2].replaceAll(" +", " ");
        return LocalDateTime.parse(begin, BEGIN).toInstant(ZoneOffset.UTC);
    }

    private static List<String> read() {
        try (var archive = Objects.requireNonNull(MailingList.class.getResourceAsStream("/demo/list.mbox"))) {
            var whole = new String(archive.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.asList(whole.split("(?m)^(?=From \\S+@\\S+ )"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
