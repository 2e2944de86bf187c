package vigie.ticket;

import java.util.Optional;

/** Who is asked about a ticket that nobody answers, one after the other (EGI PROC01, PROC21). */
public enum Step {
    /** The site, for the first time. */
    SITE_FIRST,
    /** The site, for the second time. */
    SITE_SECOND,
    /** The NGI manager, who makes the site answer or suspends it. */
    NGI_MANAGER,
    /** EGI Operations, who ask the NGI manager to suspend it. */
    OPERATIONS,
    /** The site is told that it will be suspended. */
    SUSPENSION_NOTICE;

    /** Who is asked next; empty after the last. */
    public Optional<Step> next() {
        return switch (this) {
            case SITE_FIRST -> Optional.of(SITE_SECOND);
            case SITE_SECOND -> Optional.of(NGI_MANAGER);
            case NGI_MANAGER -> Optional.of(OPERATIONS);
            case OPERATIONS -> Optional.of(SUSPENSION_NOTICE);
            case SUSPENSION_NOTICE -> Optional.empty();
        };
    }
}
