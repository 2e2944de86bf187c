import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The load of bench/mails.sh: the archive of a list, three answers to each call, some of them in French, and the measuring
 * tape. The second time the house knows every mail of it.
 */
class Mails {
    private static final DateTimeFormatter ENVELOPE =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String[] CAST = {"ada", "odile", "maud", "gilles", "yves", "salma", "luc"};

    public static void main(String[] words) throws Exception {
        var bench = new Bench(words[0], Path.of(words[1]), Long.parseLong(words[2]));
        var count = Integer.parseInt(words[3]);
        bench.waitForTheHouse();
        try (var database = bench.database()) {
            bench.admit(database, "MANAGE_SOURCES");
        }
        var archive = archive(count);
        System.out.printf("%-44s %10s %s%n", "what", "seen", "wanted");
        read(bench, archive, count, "first time", "at most 300", "taken");
        read(bench, archive, count, "again", "at most 10", "known");
    }

    private static void read(Bench bench, byte[] archive, int count, String when, String wanted, String as)
            throws Exception {
        var began = System.nanoTime();
        var answer = bench.post("/api/v1/calls/archives?name=bench.mbox", "application/mbox", archive);
        var took = (System.nanoTime() - began) / 1e9;
        if (!answer.contains("\"" + as + "\":" + count)) {
            throw new IllegalStateException(answer.substring(0, Math.min(300, answer.length())));
        }
        System.out.printf(
                Locale.ENGLISH, "%-44s %10.1f %s%n", "%,d mails read in, %s, seconds".formatted(count, when), took, wanted);
    }

    private static byte[] archive(int count) {
        var text = new StringBuilder(count * 700);
        var first = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(300, ChronoUnit.DAYS);
        for (var i = 0; i < count; i++) {
            var call = i - i % 4;
            var at = first.plusSeconds(i * 500L);
            var who = CAST[i % CAST.length];
            text.append("From ").append(who).append("@example.org ").append(ENVELOPE.format(at)).append('\n');
            text.append("Message-ID: <bench-").append(i).append("@example.org>\n");
            text.append("From: ").append(who).append(" <").append(who).append("@example.org>\n");
            text.append("Date: ").append(DATE.format(at)).append('\n');
            if (i == call) {
                text.append("Subject: [ops] Does anybody know why transfers of run ").append(call).append(" fail?\n");
            } else {
                text.append("Subject: Re: [ops] Does anybody know why transfers of run ").append(call).append(" fail?\n");
                text.append("In-Reply-To: <bench-").append(i - 1).append("@example.org>\n");
                text.append("References: <bench-").append(call).append("@example.org>\n");
            }
            text.append("Content-Type: text/plain; charset=utf-8\n\nBonjour,\n\n");
            text.append("Les transferts échouent depuis ce matin, can anyone help? Ticket ").append(i).append(".\n");
            text.append("> what was said before, and is quoted here as mail programmes do\n".repeat(4)).append("\n\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
