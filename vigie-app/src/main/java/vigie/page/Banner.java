package vigie.page;

import gg.jte.Content;

/** Something that stands above every page, such as the clock of a demonstration. */
public interface Banner {
    /** What to show in this frame. */
    Content in(Frame frame);
}
