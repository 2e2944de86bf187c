package vigie.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup holds: lines of words between tabs. Names are quoted as SQL wants them.
 *
 * @param rooms the last migration of each room that had run; the tables are those that it made
 */
record Manifest(
        String vigie,
        String postgresql,
        Map<String, String> rooms,
        List<Partition> partitions,
        List<Table> tables,
        List<Sequence> sequences) {

    /** Raised whenever an older Vigie could no longer read the file. */
    static final int FORMAT = 1;

    record Partition(String name, String parent, String bound) {}

    record Table(String name, String columns, long rows, String sha256) {
        String entry() {
            return "tables/" + name.replace("\"", "").replace('/', '_') + ".copy";
        }
    }

    record Sequence(String name, long last, boolean called) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(line("format", FORMAT));
        lines.add(line("vigie", vigie));
        lines.add(line("postgresql", postgresql));
        rooms.forEach((room, version) -> lines.add(line("room", room, version)));
        partitions.forEach(one -> lines.add(line("partition", one.name, one.parent, one.bound)));
        tables.forEach(one -> lines.add(line("table", one.name, one.columns, one.rows, one.sha256)));
        sequences.forEach(one -> lines.add(line("sequence", one.name, one.last, one.called)));
        return String.join("\n", lines) + "\n";
    }

    static Manifest of(String text) {
        var words = text.lines().map(line -> line.split("\t", -1)).toList();
        var format = words.isEmpty() ? "" : String.join(" ", words.getFirst());
        if (!format.equals("format " + FORMAT)) {
            throw new CopyRefused(
                    "The backup has the %s (expected: format %d): it was made by a newer Vigie. Nothing was restored."
                            .formatted(format.isEmpty() ? "format ?" : format, FORMAT));
        }
        var facts = new TreeMap<String, String>();
        var rooms = new TreeMap<String, String>();
        var partitions = new ArrayList<Partition>();
        var tables = new ArrayList<Table>();
        var sequences = new ArrayList<Sequence>();
        for (var word : words) {
            switch (word[0]) {
                case "room" -> rooms.put(word[1], word[2]);
                case "partition" -> partitions.add(new Partition(word[1], word[2], word[3]));
                case "table" -> tables.add(new Table(word[1], word[2], Long.parseLong(word[3]), word[4]));
                case "sequence" ->
                    sequences.add(new Sequence(word[1], Long.parseLong(word[2]), Boolean.parseBoolean(word[3])));
                default -> facts.put(word[0], word[1]);
            }
        }
        return new Manifest(
                facts.getOrDefault("vigie", "?"),
                facts.getOrDefault("postgresql", "?"),
                rooms,
                partitions,
                tables,
                sequences);
    }

    private static String line(Object... words) {
        var line = new StringBuilder();
        for (var word : words) {
            line.append(line.isEmpty() ? "" : "\t").append(word);
        }
        return line.toString();
    }
}
