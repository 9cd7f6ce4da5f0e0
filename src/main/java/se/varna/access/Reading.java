package se.varna.access;

import java.time.Instant;

/** What one person read of a case in one day, by part: however often a page is opened again, it is one line. */
public interface Reading {

    String getPerson();

    /** What was looked at: an {@link Action}'s name, {@link ReadLog#FORM} or {@link ReadLog#LIST}. */
    String getPart();

    /** How much of the case the person saw. */
    Extent getExtent();

    /** The last time that day. */
    Instant getLast();

    long getTimes();
}
