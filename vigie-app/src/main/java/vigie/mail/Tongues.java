package vigie.mail;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.people.People;
import vigie.words.Words;

/**
 * In which language a letter is written: to a person in theirs, where they have said which; to the address of many, or
 * of somebody unknown, in that of the house ({@code vigie.mail.language}).
 */
@Component
public class Tongues {
    private final People people;
    private final Words house;

    Tongues(People people, @Value("${vigie.mail.language:fr}") String language) {
        if (!language.equals("fr") && !language.equals("en")) {
            throw new IllegalStateException("vigie.mail.language '%s' (expected: fr or en)".formatted(language));
        }
        this.people = people;
        this.house = Words.of(Locale.forLanguageTag(language));
    }

    /** The words of a letter to this address alone. */
    public Words of(String address) {
        return people.languageOf(address)
                .map(language -> Words.of(Locale.forLanguageTag(language)))
                .orElse(house);
    }

    /** The addresses by the words in which they are written to. */
    public Map<Words, List<String>> apart(Collection<String> addresses) {
        var apart = new LinkedHashMap<Words, List<String>>();
        for (var address : new LinkedHashSet<>(addresses)) {
            apart.computeIfAbsent(of(address), words -> new java.util.ArrayList<>())
                    .add(address);
        }
        return apart;
    }
}
