package vigie.demo;

import java.io.IOException;

/** One small service on loopback that really answers, and really stops answering. */
interface Machine {
    /** Listens again on its port; nothing happens where it already does. */
    void start() throws IOException;

    /** Stops listening; nothing happens where it already does not. */
    void stop();

    /** Whether it listens. */
    boolean runs();

    /** The port it listens on, the same at every start. */
    int port();
}
