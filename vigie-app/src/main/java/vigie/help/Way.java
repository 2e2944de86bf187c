package vigie.help;

/** To whom somebody turns for help. */
enum Way {
    /** The mailing list, where whoever reads it may answer. */
    LIST,
    /** A ticket, which those on duty follow. */
    TICKET,
    /** One person of the directory of experts, who has agreed to be asked. */
    EXPERT
}
