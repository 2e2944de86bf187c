package vigie.helpdesk;

import vigie.ticket.Entry;

/**
 * Notices what changed here and is to be told there: it compares, so that nothing is lost that happened while Vigie stood
 * still, and puts it in the queue. Only tickets that were opened since the bridge was first opened both ways go there.
 */
final class Noticing {
    private final Rooms rooms;
    private final Connection to;
    private final Desk desk;

    Noticing(Rooms rooms, Connection to, Desk desk) {
        this.rooms = rooms;
        this.to = to;
        this.desk = desk;
    }

    void look() {
        for (var id : rooms.outside().openedAfter(desk.firstTicket())) {
            if (rooms.links().here(desk.name(), id).isEmpty()) {
                put(id, Parcel.Kind.TICKET, 0);
            }
        }
        rooms.links().all(desk.name()).forEach(link -> rooms.together().executeWithoutResult(status -> look(link)));
    }

    private void look(Link link) {
        var ticket = rooms.tickets().ticket(link.ticket()).orElseThrow();
        if (!ticket.state().name().equals(link.ourState())) {
            put(ticket.id(), Parcel.Kind.STATE, 0);
        }
        if (!ticket.priority().name().equals(link.ourPriority())) {
            put(ticket.id(), Parcel.Kind.PRIORITY, 0);
        }
        var said = rooms.outside().said(ticket.id(), link.entryMark(), to.key());
        said.stream().map(Entry::id).forEach(entry -> put(ticket.id(), Parcel.Kind.ARTICLE, entry));
        if (!said.isEmpty()) {
            rooms.links().put(desk.name(), link.markedAt(said.getLast().id()));
        }
    }

    private void put(long ticket, Parcel.Kind kind, long entry) {
        rooms.outgoing().put(desk.name(), ticket, kind, entry, rooms.clock().instant());
    }
}
