/** Planned meetings and questions that are feared to stir opinion: told beforehand, judged, planned and followed up. */
@org.springframework.modulith.ApplicationModule(displayName = "Förhandsinformation")
package se.varna.planning;
