package vigie.page;

import java.util.List;
import vigie.people.Right;

/**
 * One entry of the main menu.
 *
 * @param key the sentence of its name
 * @param path where it leads
 * @param right without which it is not shown
 * @param shortcut the letter that follows {@code g} on the keyboard
 */
public record MenuEntry(String key, String path, Right right, String shortcut) {
    /** The menu, in its order. */
    static final List<MenuEntry> ALL = List.of(
            new MenuEntry("page.menu.desk", "/", Right.READ, "d"),
            new MenuEntry("page.menu.duty", "/duty", Right.HANDLE_PROBLEMS, "o"),
            new MenuEntry("page.menu.problems", "/problems", Right.READ, "p"),
            new MenuEntry("page.menu.alarms", "/alarms", Right.READ, "a"),
            new MenuEntry("page.menu.tickets", "/tickets", Right.READ, "t"),
            new MenuEntry("page.menu.calls", "/calls", Right.READ, "h"),
            new MenuEntry("page.menu.expertise", "/expertise", Right.READ, "x"),
            new MenuEntry("page.menu.sites", "/sites", Right.READ, "s"),
            new MenuEntry("page.menu.services", "/services", Right.READ, "e"),
            new MenuEntry("page.menu.downtimes", "/downtimes", Right.READ, "w"),
            new MenuEntry("page.menu.meetings", "/meetings", Right.READ, "m"),
            new MenuEntry("page.menu.effort", "/effort", Right.READ, "f"),
            new MenuEntry("page.menu.mailbox", "/mailbox", Right.READ_MAILBOX, "b"),
            new MenuEntry("page.menu.registry", "/registry", Right.EDIT_REGISTRY, "y"),
            new MenuEntry("page.menu.sources", "/sources", Right.MANAGE_SOURCES, "r"),
            new MenuEntry("page.menu.checks", "/checks", Right.MANAGE_CHECKS, "k"),
            new MenuEntry("page.menu.upkeep", "/upkeep", Right.READ_UPKEEP, "u"),
            new MenuEntry("page.menu.journal", "/journal", Right.READ_JOURNAL, "j"),
            new MenuEntry("page.menu.accounts", "/accounts", Right.MANAGE_ACCOUNTS, "c"));

    /** Whether the entry is the one of the page at this path. */
    public boolean isAt(String other) {
        return path.equals("/") ? other.equals("/") : other.equals(path) || other.startsWith(path + "/");
    }
}
