package vigie;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Why Vigie does not start, where that is known: one line on the console instead of a page. */
class ToldInOneLine implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis known) {
        var action = known.getAction() == null ? "" : " " + known.getAction();
        System.err.println("vigie: " + (known.getDescription() + action).replaceAll("\\s+", " "));
    }
}
