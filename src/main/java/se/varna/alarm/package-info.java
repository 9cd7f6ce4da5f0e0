/** Tells the city's own alarm system that there is an acute case at night, and nothing of what it is about. */
@org.springframework.modulith.ApplicationModule(displayName = "Larm")
package se.varna.alarm;
