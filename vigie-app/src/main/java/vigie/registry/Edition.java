package vigie.registry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The number of the registry's present state. Raising it locks it: changes of the registry come one after another. */
@Component
class Edition {
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    Edition(JdbcClient sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    long number() {
        return sql.sql("select number from registry.edition").query(Long.class).single();
    }

    /** Waits for every other change to be over; to be called before the state is read that is to be changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock() {
        sql.sql("select number from registry.edition for update")
                .query(Long.class)
                .single();
    }

    /** Says that something has changed, in the transaction of the change. */
    @Transactional(propagation = Propagation.MANDATORY)
    void raise() {
        var number = sql.sql("update registry.edition set number = nextval('registry.edition_number') returning number")
                .query(Long.class)
                .single();
        events.publishEvent(new SitesChanged(number));
    }
}
