package vigie.monitor;

import java.time.Instant;
import java.util.List;

/**
 * What became of a batch of results.
 *
 * @param report its number, by which it can be asked for again
 * @param received when the batch was taken, by the clock of the house
 * @param accepted how many rows count
 * @param refused how many do not
 * @param rows the refused rows; the first thousand where there are more
 */
record Report(long report, Instant received, int accepted, int refused, List<Row> rows) {
    /** No more refused rows than these are told one by one. */
    static final int TOLD = 1000;

    /**
     * A row that does not count.
     *
     * @param line the line of the body at which the row begins, from 1
     * @param field the field at fault; empty where the row as a whole is
     * @param value what stood there, cut where it is long
     * @param expected what should have stood there
     */
    record Row(int line, String field, String value, String expected) {}
}
