package vigie;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import vigie.database.Fifteen;

/**
 * A test that lives in the one house of all tests: the whole application over HTTP, on a real PostgreSQL, with a clock
 * moved by hand. It must not assume what day it is, nor that others have left no traces.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Vigie.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "vigie.clock=hand",
            "vigie.timekeeper.by-itself=false",
            "vigie.check.scheduled=false",
            "vigie.data=target/house/${house.run:once}",
            "vigie.first-administrator=no",
            "vigie.ticket.helpdesks=helpdesk@ggus.example",
            "spring.mail.host=127.0.0.1",
            "spring.main.allow-bean-definition-overriding=true"
        })
@Import(House.class)
@ContextConfiguration(initializers = {IssuerOfTests.class, Fifteen.WhereWanted.class})
public @interface InTheHouse {}
