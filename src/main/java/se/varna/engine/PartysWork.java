package se.varna.engine;

/** Whether a party works a case itself: its forms then hold less, and what is the city's own is not in them. */
public interface PartysWork {

    /** False for a number that is no case's, and where Säkerhet och Beredskap acts in the party's place. */
    boolean isWorkedByParty(String caseNumber);
}
