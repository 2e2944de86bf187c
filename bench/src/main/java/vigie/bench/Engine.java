package vigie.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of the engine and prints a row for each: its time, its reference's, and their ratio. */
public final class Engine {
    private Engine() {}

    /** Takes the seconds of each measurement; one without. */
    public static void main(String[] words) throws RunnerException {
        var seconds = words.length == 0 ? 1 : Integer.parseInt(words[0]);
        var results = new Runner(new OptionsBuilder()
                        .include("vigie\\.bench\\..*")
                        .forks(1)
                        .warmupIterations(3)
                        .measurementIterations(5)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementTime(TimeValue.seconds(seconds))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        System.out.printf("%-32s %12s %14s %8s%n", "benchmark", "Vigie, us", "reference, us", "ratio");
        byClass(results)
                .forEach((name, pair) -> pair.forEach((what, time) -> {
                    if (!what.equals("reference")) {
                        var reference = pair.getOrDefault("reference", Double.NaN);
                        System.out.printf(
                                Locale.ROOT,
                                "%-32s %12.3f %14.3f %8.2f%n",
                                name + "." + what,
                                time,
                                reference,
                                time / reference);
                    }
                }));
    }

    private static Map<String, Map<String, Double>> byClass(Collection<RunResult> results) {
        var times = new TreeMap<String, Map<String, Double>>();
        for (var result : results) {
            var words = result.getParams().getBenchmark().split("\\.");
            times.computeIfAbsent(words[words.length - 2], name -> new TreeMap<>())
                    .put(words[words.length - 1], result.getPrimaryResult().getScore());
        }
        return times;
    }
}
