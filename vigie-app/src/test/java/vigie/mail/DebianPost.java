package vigie.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail server as Debian packages it: aiosmtpd takes letters by SMTP into a Maildir, Dovecot hands the same Maildir out
 * by IMAP. Both run as somebody who may nothing else.
 */
final class DebianPost implements AutoCloseable {
    static final String PASSWORD = "secret";

    private final Path folder;
    private final List<Process> servers = new ArrayList<>();
    final int smtp = freePort();
    final int imap = freePort();

    DebianPost(Path parent) throws IOException, InterruptedException {
        folder = Files.createDirectory(parent.resolve("post"));
        for (var one : List.of("cur", "new", "tmp")) {
            Files.createDirectories(folder.resolve("mail").resolve(one));
        }
        var me = isRoot() ? "nobody" : System.getProperty("user.name");
        var mine = said("id", "-gn", me);
        Files.writeString(folder.resolve("dovecot.conf"), settings(me, mine));
        if (isRoot()) {
            said("chown", "-R", me + ":" + mine, folder.toString());
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        start("/usr/sbin/dovecot", "-F", "-c", folder.resolve("dovecot.conf").toString());
        start(
                "/usr/bin/python3",
                "/usr/bin/aiosmtpd",
                "-n",
                "-l",
                "127.0.0.1:" + smtp,
                "-c",
                "aiosmtpd.handlers.Mailbox",
                folder.resolve("mail").toString());
        mustAnswer(smtp);
        mustAnswer(imap);
    }

    private String settings(String me, String mine) {
        return """
                protocols = imap
                listen = 127.0.0.1
                base_dir = %1$s/run
                state_dir = %1$s/run
                log_path = %1$s/dovecot.log
                default_internal_user = %2$s
                default_internal_group = %3$s
                default_login_user = %2$s
                ssl = no
                disable_plaintext_auth = no
                mail_location = maildir:%1$s/mail
                first_valid_uid = 1
                first_valid_gid = 1
                passdb {
                  driver = static
                  args = password=%4$s
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=%3$s home=%1$s allow_all_users=yes
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %5$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service anvil {
                  chroot =
                }
                service stats {
                  chroot =
                }
                """.formatted(folder, me, mine, PASSWORD, imap);
    }

    /** Hands a letter in by SMTP, byte for byte: a mail library would mend what is broken. */
    void takes(String from, String to, byte[] raw) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), smtp);
                var answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                var words = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            mustSay(answers, "220");
            for (var word : List.of("HELO test", "MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">")) {
                words.print(word + "\r\n");
                words.flush();
                mustSay(answers, "250");
            }
            words.print("DATA\r\n");
            words.flush();
            mustSay(answers, "354");
            socket.getOutputStream().write(raw);
            words.print("\r\n.\r\n");
            words.flush();
            mustSay(answers, "250");
        }
    }

    private static void mustSay(BufferedReader answers, String wanted) throws IOException {
        var answer = answers.readLine();
        if (answer == null || !answer.startsWith(wanted)) {
            throw new AssertionError("the SMTP server said '%s' (expected: %s)".formatted(answer, wanted));
        }
    }

    /** All letters that the server holds, whole. */
    List<String> letters() {
        var letters = new ArrayList<String>();
        for (var place : List.of("new", "cur")) {
            try (var files = Files.list(folder.resolve("mail").resolve(place))) {
                for (var file : files.toList()) {
                    letters.add(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return letters;
    }

    /** As after a move to another server: every letter gets another number, under another UIDVALIDITY. */
    void numbersAnew() throws IOException {
        for (var one : List.of("dovecot-uidlist", "dovecot-uidvalidity", "dovecot.index.log", "dovecot.index")) {
            Files.deleteIfExists(folder.resolve("mail").resolve(one));
        }
        try (var files = Files.list(folder.resolve("mail"))) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void start(String... words) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.addAll(List.of(words));
        if (!Files.exists(Path.of(words[0]))
                || !Files.exists(Path.of(words[1].startsWith("/") ? words[1] : words[0]))) {
            throw new AssertionError("this test needs %s: apt-get install dovecot-imapd python3-aiosmtpd"
                    .formatted(String.join(" ", words)));
        }
        var log = folder.getParent().resolve(servers.size() + ".log").toFile();
        servers.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start());
    }

    private void mustAnswer(int port) throws InterruptedException, IOException {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > end || servers.stream().anyMatch(one -> !one.isAlive())) {
                    var said = new StringBuilder();
                    for (var i = 0; i < servers.size(); i++) {
                        said.append(Files.readString(folder.getParent().resolve(i + ".log")));
                    }
                    throw new IOException("no mail server at port %d: %s".formatted(port, said), notYet);
                }
                Thread.sleep(100);
            }
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String said(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + said);
        }
        return said;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (var server : servers) {
            server.destroy();
            server.waitFor();
        }
    }
}
