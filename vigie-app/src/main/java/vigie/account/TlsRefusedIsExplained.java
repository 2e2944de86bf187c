package vigie.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the one line instead of a page of stack traces. */
class TlsRefusedIsExplained extends AbstractFailureAnalyzer<TlsRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TlsRefused cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, rootFailure);
    }
}
