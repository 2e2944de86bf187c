package vigie.page;

import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** A form was taken: the browser goes on to a page, which says so. */
public final class Done {
    private Done() {}

    /** Goes on to the path; the page there shows the notice. */
    public static ModelAndView at(String path, RedirectAttributes left, String notice) {
        left.addFlashAttribute(Frames.NOTICE, notice);
        return at(path);
    }

    /** Goes on to the path and says nothing. */
    public static ModelAndView at(String path) {
        var view = new RedirectView(path, true, false, false);
        view.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
