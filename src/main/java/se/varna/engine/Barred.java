package se.varna.engine;

import java.util.Set;

/** Who may act in no task of a case, whatever groups they belong to. */
public interface Barred {

    /** Ids of those who may not act in the case; empty for a number that is no case's. */
    Set<String> barredFrom(String caseNumber);
}
