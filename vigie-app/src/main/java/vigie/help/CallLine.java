package vigie.help;

import java.util.List;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Site;

/**
 * A conversation as a person reads it; mail addresses only for those who may read contacts.
 *
 * @param site the name of its site; empty for none known
 * @param asker the name of the one who asks, or the address where they have none; empty where that may not be seen
 * @param answerer the same of the one who answered first; empty where nobody has
 */
public record CallLine(Call call, String site, String asker, String answerer) {

    /** Gives conversations their names. */
    @Component
    static class Lines {
        private final Federation federation;

        Lines(Federation federation) {
            this.federation = federation;
        }

        List<CallLine> of(List<Call> calls, Actor reader) {
            return calls.stream().map(call -> of(call, reader)).toList();
        }

        List<CallLine> of(List<Call> calls, Frame frame) {
            var reader = frame.actor();
            return reader == null ? List.of() : of(calls, reader);
        }

        CallLine of(Call call, Actor reader) {
            var open = mayRead(reader, call);
            return new CallLine(
                    open ? call : veiled(call),
                    federation.site(call.site()).map(Site::name).orElse(""),
                    name(call.askerName(), call.asker(), open),
                    name(call.answererName(), call.answerer(), open));
        }
    }

    /** Whether mail addresses may be shown. */
    static boolean mayRead(Actor reader, Call call) {
        return reader.may(Right.READ_CONTACTS, call.site().value());
    }

    private static String name(String name, String address, boolean open) {
        if (!name.isEmpty()) {
            return open ? name : Veil.over(name);
        }
        return open ? address : Veil.over(address);
    }

    private static Call veiled(Call call) {
        return new Call(
                call.id(),
                Veil.over(call.subject()),
                call.asked(),
                call.last(),
                call.mails(),
                call.isCall(),
                call.why(),
                call.byHand(),
                call.site(),
                call.siteWhy(),
                "",
                Veil.over(call.askerName()),
                call.answered(),
                "",
                Veil.over(call.answererName()),
                call.otherHouse(),
                call.answerTime(),
                call.state(),
                call.closed(),
                call.closedBy(),
                Veil.over(call.closedWhy()),
                call.due(),
                call.climbed(),
                call.forgotten());
    }
}
