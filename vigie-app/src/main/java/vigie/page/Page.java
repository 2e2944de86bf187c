package vigie.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A page to be shown: a template, its frame, and what the template asks for. */
public final class Page extends ModelAndView {
    private Page(String template, Map<String, Object> parameters) {
        super(template, parameters);
    }

    /** A page of {@code jte/<template>.jte}; the parameters come as name, value, name, value. */
    public static Page of(String template, Frame frame, Object... parameters) {
        var named = new LinkedHashMap<String, Object>();
        named.put("frame", frame);
        for (var i = 0; i < parameters.length; i += 2) {
            named.put((String) parameters[i], parameters[i + 1]);
        }
        return new Page(template, named);
    }

    /** A value as it stands in the query of a link. */
    public static String coded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The same page, answered with another status. */
    public Page with(HttpStatus status) {
        setStatus(status);
        return this;
    }
}
