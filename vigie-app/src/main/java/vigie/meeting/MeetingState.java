package vigie.meeting;

/** How far a meeting has come; it never goes back. */
public enum MeetingState {
    /** Its agenda is drawn live. */
    PLANNED,
    /** Its agenda keeps what was seen when it began; topics, attendance and actions may still be added. */
    FROZEN,
    /** Nothing more is added. */
    CLOSED
}
