package vigie.help;

/**
 * What Vigie knows of a case, written so that somebody who was not there can help: a subject and a text to be sent.
 */
record Pack(String subject, String text) {}
