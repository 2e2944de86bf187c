package vigie.expertise;

import java.util.UUID;

/** The form of a lesson, filled in as far as the house knows the case; the one who writes corrects it. */
public record LessonForm(
        long ticket,
        long problem,
        String site,
        String metric,
        String serviceType,
        String product,
        String version,
        String title,
        String cause,
        String solution,
        String key) {

    /** Of a case that the house knows by a ticket or a problem; the title is cut where it is too long for one. */
    static LessonForm of(Sought sought, long ticket, long problem, String title, String solution) {
        return new LessonForm(
                ticket,
                problem,
                "",
                sought.metrics().stream().findFirst().orElse(""),
                sought.serviceTypes().stream().findFirst().orElse(""),
                sought.products().stream().findFirst().orElse(""),
                "",
                cut(title, Learnt.LONGEST_TITLE),
                "",
                cut(solution, Learnt.LONGEST_TEXT),
                UUID.randomUUID().toString());
    }

    /** Of one that is there, to be changed. */
    static LessonForm of(Lesson lesson, String site) {
        return new LessonForm(
                lesson.ticket(),
                lesson.problem(),
                site,
                lesson.metric(),
                lesson.serviceType(),
                lesson.product(),
                lesson.version(),
                lesson.title(),
                lesson.cause(),
                lesson.solution(),
                UUID.randomUUID().toString());
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
