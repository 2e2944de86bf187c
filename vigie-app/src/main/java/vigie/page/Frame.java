package vigie.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Words;

/**
 * What every page is shown in: who looks, in which language and light, and what the last form left behind.
 *
 * @param title what stands in the window's title and in the page's first heading
 * @param actor who looks; null before signing in
 * @param path the path asked for, without its query
 * @param theme {@code light}, {@code dark}, or {@code auto} for what the browser prefers
 * @param notice what has just been done, in words; null where nothing was
 * @param trouble why the last form was refused, in words; null where it was not
 * @param fault the field at which it was refused; null where no single one was
 * @param typed what had been typed into the refused form, by field
 */
public record Frame(
        String title,
        @Nullable Actor actor,
        Words words,
        String path,
        String theme,
        String csrfField,
        String csrfToken,
        Instant now,
        @Nullable String notice,
        @Nullable String trouble,
        @Nullable String fault,
        Map<String, String> typed,
        @Nullable Banner banner) {

    /** The same frame under a title. */
    public Frame titled(String other) {
        return new Frame(
                other, actor, words, path, theme, csrfField, csrfToken, now, notice, trouble, fault, typed, banner);
    }

    /** Whether the one who looks holds the right, anywhere. */
    public boolean may(Right right) {
        return actor != null && actor.may(right);
    }

    /** Whether the one who looks holds the right over the site. */
    public boolean may(Right right, long site) {
        return actor != null && actor.may(right, site);
    }

    /** What had been typed into a field of the refused form; otherwise the value given. */
    public String typed(String field, @Nullable Object otherwise) {
        var value = typed.get(field);
        return value != null ? value : otherwise == null ? "" : otherwise.toString();
    }

    /** Why this field was refused; empty where it was not. */
    public Optional<String> faultAt(String field) {
        return field.equals(fault) ? Optional.ofNullable(trouble) : Optional.empty();
    }

    /** The entries of the menu that the one who looks may open. */
    public List<MenuEntry> menu() {
        return MenuEntry.ALL.stream().filter(entry -> may(entry.right())).toList();
    }
}
