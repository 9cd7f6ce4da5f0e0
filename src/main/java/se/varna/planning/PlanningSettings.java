package se.varna.planning;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Times of planned events; all of them the city's to choose.
 *
 * @param late a notice with less than this left is accepted, and marked as late
 * @param assessWithinWeekdays weekdays from the notice until the risk has been judged
 * @param dayBeforeAt at which time of the day before the plan is due and everybody is reminded
 * @param lasts how long an event lasts whose end is not known
 */
@ConfigurationProperties("varna.planned-events")
record PlanningSettings(Duration late, int assessWithinWeekdays, LocalTime dayBeforeAt, Duration lasts) {}
