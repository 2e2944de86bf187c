package vigie.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.words.Words;

/**
 * One meeting of a series.
 *
 * @param seriesTitle the series' title: a key of the messages, or words as they were written
 * @param link where it is held, such as the address of a video conference; empty where none is known
 * @param frozen when its agenda was frozen; null while it is drawn live
 */
public record Meeting(
        long id,
        long series,
        String seriesTitle,
        Instant begins,
        MeetingState state,
        String chair,
        String secretary,
        String link,
        @Nullable Instant frozen,
        @Nullable Instant closed) {

    /** Its title in the language of the reader: the series and the day. */
    public String title(Words words) {
        return words.say("meeting.title", Titles.in(words, seriesTitle), words.day(begins));
    }

    boolean isClosed() {
        return state == MeetingState.CLOSED;
    }
}
