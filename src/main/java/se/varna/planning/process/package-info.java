/** The steps, timers and tasks of {@code planned-event.bpmn}. */
package se.varna.planning.process;
