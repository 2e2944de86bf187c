package vigie.check;

import java.util.Locale;

/** How long something took, as a summary says it and as performance data do. */
final class Stopwatch {
    private final long began = System.nanoTime();

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    String said() {
        return "%d ms".formatted(Math.round(seconds() * 1000));
    }

    String data() {
        return String.format(Locale.ROOT, "time=%.4fs;;;0", seconds());
    }

    /** What a fault of the network says, or its kind where it says nothing. */
    static String said(Exception fault) {
        var message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
    }
}
