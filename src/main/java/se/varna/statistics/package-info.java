/** Figures of what has been reported and done: in groups that hide small counts, from a view that holds no names. */
@org.springframework.modulith.ApplicationModule(displayName = "Statistik")
package se.varna.statistics;
