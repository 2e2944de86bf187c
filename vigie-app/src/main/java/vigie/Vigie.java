package vigie;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;
import vigie.database.Commands;
import vigie.timekeeper.TrueTime;

/** The front door: starts the house. */
@SpringBootApplication
@EnableAsync
@Modulithic(
        systemName = "Vigie",
        sharedModules = {"time", "status", "words", "people", "page", "journal", "timekeeper", "agenda"})
public class Vigie {

    /** Runs Vigie until it is told to stop. */
    public static void main(String[] arguments) {
        if (!Commands.runIfCommand(arguments)) {
            SpringApplication.run(Vigie.class, arguments);
        }
    }

    /** The one place where the wall clock is read; a demonstration brings a clock of its own. */
    @Bean
    @ConditionalOnProperty(name = "vigie.clock", havingValue = "wall", matchIfMissing = true)
    Clock houseClock() {
        return Clock.systemUTC();
    }

    /** The time of sessions, tokens and certificates, which no demonstration moves. */
    @Bean
    TrueTime trueTime() {
        return new TrueTime(Clock.systemUTC());
    }
}
