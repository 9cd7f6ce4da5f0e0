package se.varna.engine;

/** How serious a case is, which its tasks carry as their priority: the engine itself knows no levels. */
public interface Urgency {

    /** The least priority of a task whose case is acute; more than the engine gives a task by itself. */
    int ACUTE = 100;

    /** The priority of the case's tasks, the higher the more serious; 0 for a number that is no case's. */
    int priorityOf(String caseNumber);
}
