package vigie.expertise;

import java.util.Optional;

/** A check that fails, and its runbook where there is one. */
public record OfMetric(String metric, Optional<Runbook> runbook) {}
