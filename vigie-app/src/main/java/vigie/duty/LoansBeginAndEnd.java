package vigie.duty;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Grant;
import vigie.people.People;
import vigie.people.Role;
import vigie.timekeeper.Timed;

/**
 * When an agreement begins that lets a team handle the problems of another site, the administrators of their site get a
 * role over that other one; when it ends it is taken back, by itself.
 */
@Component
class LoansBeginAndEnd implements Timed {
    private final LoanTable table;
    private final People people;
    private final Journal journal;

    LoansBeginAndEnd(LoanTable table, People people, Journal journal) {
        this.table = table;
        this.people = people;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "duty.timed.loans";
    }

    @Override
    public Optional<Instant> nextDue() {
        return table.next();
    }

    @Override
    @Transactional
    public void play(Instant now) {
        table.ended(now).forEach(this::end);
        table.beginning(now).forEach(this::begin);
    }

    private void begin(LoanTable.Loan loan) {
        var lent = Grant.over(Role.SITE_WATCHER, loan.watched());
        people.grants().forEach((person, held) -> {
            if (held.contains(Grant.over(Role.SITE_ADMINISTRATOR, loan.watcher())) && !held.contains(lent)) {
                people.give(person, lent);
                table.lend(loan, person);
                journal.write(Actor.HOUSE, "person:" + person, "duty.deed.lent", "", "delegation:" + loan.id(), "");
            }
        });
        table.begin(loan);
    }

    private void end(LoanTable.Loan loan) {
        for (var person : table.lentTo(loan)) {
            people.take(person, Grant.over(Role.SITE_WATCHER, loan.watched()));
            journal.write(Actor.HOUSE, "person:" + person, "duty.deed.taken", "delegation:" + loan.id(), "", "");
        }
        table.end(loan);
    }
}
