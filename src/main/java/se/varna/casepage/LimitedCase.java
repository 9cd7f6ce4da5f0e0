package se.varna.casepage;

import se.varna.access.Extent;
import se.varna.casefile.Level;
import se.varna.responsibility.NamedFunction;

/** An information copy (R28): who, which unit, which level, whose; nothing more. */
record LimitedCase(String caseNumber, Extent extent, String exposed, String unit, Level level, NamedFunction owner) {}
