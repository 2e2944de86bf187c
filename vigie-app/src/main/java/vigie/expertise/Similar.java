package vigie.expertise;

import java.util.ArrayList;
import java.util.List;
import vigie.words.Words;

/**
 * A solved case that is like the one at hand, and why.
 *
 * @param score how alike; only good for putting cases in order
 * @param metric whether the same check failed
 * @param serviceType whether it was a service of the same type
 * @param product whether it was the same software
 * @param version whether it was the same version of it
 * @param words what both say, as the one at hand says it
 * @param solver the name of who wrote it down; empty where that person has not agreed to be named
 */
public record Similar(
        Lesson lesson,
        double score,
        boolean metric,
        boolean serviceType,
        boolean product,
        boolean version,
        List<String> words,
        String solver) {

    /** Why it is alike, in words. */
    public List<String> reasons(Words w) {
        var reasons = new ArrayList<String>();
        if (metric) {
            reasons.add(w.say("expertise.why.metric", lesson.metric()));
        }
        if (product) {
            reasons.add(
                    version
                            ? w.say("expertise.why.version", lesson.product(), lesson.version())
                            : w.say("expertise.why.product", lesson.product()));
        }
        if (serviceType) {
            reasons.add(w.say("expertise.why.type", lesson.serviceType()));
        }
        if (!words.isEmpty()) {
            reasons.add(w.say("expertise.why.words", String.join(", ", words)));
        }
        return reasons;
    }

    Similar by(String name) {
        return new Similar(lesson, score, metric, serviceType, product, version, words, name);
    }
}
