package vigie.help;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the mails of a conversation and from what persons have said of it; the words are those of
 * {@link Call}.
 *
 * @param quietBefore a call due before this moment calls nobody any more
 */
record Conclusion(
        String subject,
        String key,
        Instant asked,
        Instant last,
        int mails,
        boolean isCall,
        String why,
        long site,
        String siteWhy,
        String asker,
        String askerName,
        @Nullable Instant answered,
        String answerer,
        String answererName,
        @Nullable Boolean otherHouse,
        @Nullable Duration answerTime,
        CallState state,
        Instant due,
        Instant quietBefore) {}
