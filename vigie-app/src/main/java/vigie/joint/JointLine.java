package vigie.joint;

/**
 * A joint as a person reads it, on the page of one of its sides or in a list.
 *
 * @param site the name of the site
 * @param writing what was written, as far as the reader may see it
 * @param problem what is broken, in words
 * @param why why it is thought so, in words
 * @param mayDecide whether the reader may say whether it is so
 * @param open whether neither side is over
 */
public record JointLine(
        Joint joint, String site, String writing, String problem, String why, boolean mayDecide, boolean open) {
    /** Whether a person is asked. */
    public boolean isAsked() {
        return joint.standing() == Standing.PROPOSED && open;
    }
}
