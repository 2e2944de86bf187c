package vigie.helpdesk;

/**
 * One ticket, there and here.
 *
 * @param number what people call it there
 * @param ours whether it was opened here
 * @param ourState what it was here when both were last the same, and {@code theirState} what it was called there then
 * @param theirUpdated when it was last changed there, as far as it was read
 * @param entryMark the entries up to this one are dealt with
 */
public record Link(
        long ticket,
        long foreignId,
        String number,
        boolean ours,
        String ourState,
        String theirState,
        String ourPriority,
        String theirPriority,
        String theirUpdated,
        long entryMark) {
    Link states(String here, String there) {
        return new Link(
                ticket, foreignId, number, ours, here, there, ourPriority, theirPriority, theirUpdated, entryMark);
    }

    Link priorities(String here, String there) {
        return new Link(ticket, foreignId, number, ours, ourState, theirState, here, there, theirUpdated, entryMark);
    }

    Link readAt(String updated) {
        return new Link(
                ticket, foreignId, number, ours, ourState, theirState, ourPriority, theirPriority, updated, entryMark);
    }

    Link markedAt(long entry) {
        return new Link(
                ticket, foreignId, number, ours, ourState, theirState, ourPriority, theirPriority, theirUpdated, entry);
    }
}
