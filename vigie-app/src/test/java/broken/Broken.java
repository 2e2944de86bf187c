package broken;

import org.springframework.modulith.Modulithic;

/** A house that breaks each rule once, so that the rules are seen to hold. */
@Modulithic
public class Broken {}
