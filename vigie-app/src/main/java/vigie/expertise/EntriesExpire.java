package vigie.expertise;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vigie.timekeeper.Timed;

/** What a person said of themselves and has not confirmed for a long time is deleted. */
@Component
class EntriesExpire implements Timed {
    private final ExpertTable table;
    private final Experts experts;
    private final TransactionTemplate together;

    EntriesExpire(ExpertTable table, Experts experts, TransactionTemplate together) {
        this.table = table;
        this.experts = experts;
        this.together = together;
    }

    @Override
    public String name() {
        return "expertise.timed.expire";
    }

    @Override
    public Optional<Instant> nextDue() {
        return table.oldest().map(said -> said.plus(experts.kept()));
    }

    @Override
    public void play(Instant now) {
        together.executeWithoutResult(
                status -> table.saidBy(now.minus(experts.kept())).forEach(table::delete));
    }
}
