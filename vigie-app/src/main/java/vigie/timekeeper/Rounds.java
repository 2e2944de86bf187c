package vigie.timekeeper;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** Work that is gone about again and again by a thread of its own, in true time, from when the house is ready. */
public abstract class Rounds implements SmartLifecycle {
    private final String name;
    private final Duration every;
    private final CountDownLatch told = new CountDownLatch(1);
    private volatile boolean running;
    private volatile Thread thread = new Thread(() -> {});

    protected Rounds(String name, Duration every) {
        this.name = name;
        this.every = every;
    }

    /** Whether there is anything to go round for. */
    protected abstract boolean isWanted();

    /** One round; it must tell what went wrong itself. */
    protected abstract void round();

    @EventListener
    public void begin(ApplicationReadyEvent ready) {
        if (isWanted()) {
            running = true;
            thread = Thread.ofVirtual().name(name).start(this::goRound);
        }
    }

    private void goRound() {
        try {
            do {
                round();
            } while (!told.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        // begins when the house is ready, not before
    }

    /** Waits for the round that is under way: the database is stopped after us. */
    @Override
    public void stop() {
        running = false;
        told.countDown();
        try {
            thread.join(Duration.ofSeconds(4));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** It begins once, when the house is ready: nobody would begin it anew after a pause. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
