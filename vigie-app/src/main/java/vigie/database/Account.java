package vigie.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who runs the server. PostgreSQL refuses root, so root steps down to an unprivileged account that can reach the data
 * folder, or, where none can, into a user namespace in which it is nobody.
 */
record Account(List<String> stepDown, String owner) {

    static Account ableToReach(Path program, Path data) throws IOException {
        if (!isRoot()) {
            return new Account(List.of(), "");
        }
        var tried = new ArrayList<String>();
        for (var account : candidates(data)) {
            if (account.reaches(program, data)) {
                return account;
            }
            tried.add(String.join(" ", account.stepDown));
        }
        throw new DatabaseCannotStart(
                "PostgreSQL does not run as root, and no other account reaches %s (tried: %s): start Vigie as an ordinary user, choose another folder with --data, or set VIGIE_DATABASE_URL."
                        .formatted(data, String.join("; ", tried)));
    }

    /** Gives the folder and all in it to the account. */
    void own(Path folder) throws IOException {
        if (!owner.isEmpty() && !Files.getOwner(folder).getName().equals(owner)) {
            Commandline.of("chown", "-R", owner, folder.toString()).mustSucceed();
        }
    }

    Commandline command(String... words) {
        return new Commandline(
                Stream.concat(stepDown.stream(), Stream.of(words)).toList());
    }

    private boolean reaches(Path program, Path data) throws IOException {
        return command("/bin/sh", "-c", "test -x \"$0\" && test -x \"$1\"", program.toString(), data.toString())
                .succeeds();
    }

    private static List<Account> candidates(Path data) throws IOException {
        var user = unprivileged(data);
        var group = Commandline.of("id", "-g", user).output().orElse("65534").strip();
        return List.of(
                new Account(List.of("setpriv", "--reuid", user, "--regid", group, "--clear-groups", "--"), user),
                new Account(List.of("runuser", "-u", user, "--"), user),
                new Account(List.of("unshare", "-U", "--"), "root"));
    }

    private static String unprivileged(Path data) throws IOException {
        var owner = Files.getOwner(data).getName();
        return !owner.equals("root") && exists(owner).isPresent()
                ? owner
                : exists("vigie").orElse("nobody");
    }

    private static Optional<String> exists(String user) throws IOException {
        try {
            var known = FileSystems.getDefault()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(user)
                    .getName();
            return Optional.of(known).filter(name -> !name.matches("[0-9]+"));
        } catch (UserPrincipalNotFoundException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }
}
